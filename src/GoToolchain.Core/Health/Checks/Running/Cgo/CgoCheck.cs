using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Health.Checks.Running.Users;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>Does a program build and run in which Go calls C and C calls Go?</summary>
internal sealed class CgoCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.cgo";

    private const string Source = """
        package main

        /*
        #include <stdio.h>
        #include <stdlib.h>

        extern int goTwice(int n);

        static inline int throughC(int n) { return goTwice(n) + 2; }
        */
        import "C"

        import "fmt"

        //export goTwice
        func goTwice(n C.int) C.int { return 2 * n }

        func main() {
        	// WORD
        	fmt.Println(int(C.throughC(20)))
        }

        """;

    public string Id => Name;

    public string Title => "Go calls C, and C calls Go";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [ProgramCheck.Name, ToolVersionsCheck.OfOthers.Id, CCompilerCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var compiler = CCompiler.Of(context);
        if (CCompiler.IsSwitchedOff(context) || compiler.Program is null)
        {
            return CheckAnswer.NotApplicable("Without a C compiler there is no cgo.");
        }

        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var directory = WriteProgram(context, "cgo");
        var program = Path.Combine(directory, "hello" + context.Host.Platform.ExecutableSuffix);
        string[] build = ["build", "-o", program, "."];
        var variables = CgoEnvironment.Of(UserSettings.Of(context), compiler);
        var built = await go.RunAsync(directory, go.Deadlines.Build, build, cancel, variables).ConfigureAwait(false);
        var answer = new CheckAnswer("go build -o hello . (with C code)", "a program that writes 42", built.Ending);
        if (!built.Succeeded)
        {
            var finding =
                await FindFlagAsync(context, compiler, directory, build, built, cancel).ConfigureAwait(false)
                ?? Explain(new GoFailure(built, tree), compiler);
            return answer with { Findings = [finding] };
        }

        var ran = await go.RunProgramAsync(program, directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        var found = ran.Succeeded ? ran.Output.Trim() : ran.Ending;
        return found == "42"
            ? answer with
            {
                Found = found,
            }
            : answer with
            {
                Found = found,
                Findings =
                [
                    new HealthFinding(
                        GoErrorCodes.CgoBroken,
                        $"A program with C code builds with `{compiler.Command}`, but does not work: {found}{(ran.Errors.Length > 0 ? ": " + ran.Errors.Split('\n')[0] : "")}.",
                        "Use a C compiler and a C library that fit one another, or build with CGO_ENABLED=0."
                    ),
                ],
            };
    }

    /// <summary>Writes a module with the program.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="name">The name of its directory.</param>
    /// <returns>The directory: absolute.</returns>
    /// <exception cref="GoToolchainException">There is no room for it.</exception>
    public static string WriteProgram(HealthContext context, string name) =>
        ScratchFiles.Write(
            context,
            name,
            new()
            {
                ["go.mod"] = "module example.com/both\n\ngo 1.16\n",
                ["main.go"] = Source.Replace("WORD", Guid.NewGuid().ToString("N"), StringComparison.Ordinal),
            }
        );

    private static HealthFinding Explain(GoFailure failure, CCompiler compiler)
    {
        if (GoOutputDiagnosis.Recognize(failure) is { } known)
        {
            return known;
        }

        var messages = failure.Result.Messages;
        var why = CCompilerRule.Explain(messages);
        var line = CCompilerRule.DecisiveLine(messages);
        var cause = $"A program with C code does not build, though `{compiler.Command}` works: {(why is null ? line : $"{why} ({line})")}.";
        return new HealthFinding(
            GoErrorCodes.CgoBroken,
            cause,
            "Use a C compiler that this Go knows (gcc or clang), or build with CGO_ENABLED=0."
        );
    }

    // One after the other is left out: the one without which it works is the cause.
    private static async Task<HealthFinding?> FindFlagAsync(
        HealthContext context,
        CCompiler compiler,
        string directory,
        string[] build,
        ProcessResult failed,
        CancellationToken cancel
    )
    {
        var go = GoProcesses.Of(context);
        foreach (var name in CgoEnvironment.FlagsIn(UserSettings.Of(context)))
        {
            var variables = CgoEnvironment.Of(UserSettings.Of(context), compiler, without: name);
            var result = await go.RunAsync(directory, go.Deadlines.Build, build, cancel, variables).ConfigureAwait(false);
            if (result.Succeeded)
            {
                var line = CCompilerRule.DecisiveLine(failed.Messages);
                return new HealthFinding(
                    GoErrorCodes.InvalidVariable,
                    $"{name}={CgoEnvironment.Value(UserSettings.Of(context), name)} keeps every program with C code from being built: {line}.",
                    $"Correct {name}, or take it out."
                )
                {
                    Place = name,
                };
            }
        }

        return null;
    }
}
