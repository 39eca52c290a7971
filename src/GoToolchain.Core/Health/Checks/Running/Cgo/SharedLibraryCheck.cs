using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Health.Checks.Running.Users;
using GoToolchain.Versions;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>Can a shared library be built, as for P/Invoke, and does a C program that is linked with it get an answer from Go?</summary>
internal sealed class SharedLibraryCheck : IHealthCheck
{
    private const string Caller = """
        #include <stdio.h>
        #include "libboth.h"

        int main(void) {
            printf("%d\n", goTwice(21));
            return 0;
        }

        """;

    public string Id => "run.shared-library";

    public string Title => "A shared library for P/Invoke works";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [CgoCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var compiler = CCompiler.Of(context);
        if (CCompiler.IsSwitchedOff(context) || compiler.Program is not { } file)
        {
            return CheckAnswer.NotApplicable("Without a C compiler no shared library can be built.");
        }

        if (GoPorts.Find(context.Host.Platform) is not { SharedSince: not null })
        {
            return CheckAnswer.NotApplicable($"Go makes no shared libraries for {context.Host.Platform}.");
        }

        var go = GoProcesses.Of(context);
        var directory = CgoCheck.WriteProgram(context, "shared");
        var suffix = context.Host.Platform.Os switch
        {
            "windows" => ".dll",
            "darwin" => ".dylib",
            _ => ".so",
        };
        string[] build = ["build", "-buildmode=c-shared", "-o", "libboth" + suffix, "."];
        var variables = CgoEnvironment.Of(UserSettings.Of(context), compiler);
        var built = await go.RunAsync(directory, go.Deadlines.Build, build, cancel, variables).ConfigureAwait(false);
        var answer = new CheckAnswer(built.Ran, "a library and its header; a C program that calls it writes 42", built.Ending);
        if (!built.Succeeded)
        {
            return answer with { Findings = [Explain(new GoFailure(built, GoTree.Of(context)))] };
        }

        var found = await CallAsync(go, compiler, file, directory, suffix, cancel).ConfigureAwait(false);
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
                        $"A shared library builds, but a C program that is linked with it does not get its answer: {found}.",
                        "Use a C compiler and a C library that fit one another; for another process instead of a library see `GoSidecar`."
                    ),
                ],
            };
    }

    private static async Task<string> CallAsync(
        GoProcesses go,
        CCompiler compiler,
        string file,
        string directory,
        string suffix,
        CancellationToken cancel
    )
    {
        var header = Path.Combine(directory, "libboth.h");
        if (
            !File.Exists(header)
            || !(await File.ReadAllTextAsync(header, cancel).ConfigureAwait(false)).Contains("goTwice", StringComparison.Ordinal)
        )
        {
            return "its header does not declare what it exports";
        }

        await File.WriteAllTextAsync(Path.Combine(directory, "caller.c"), Caller, cancel).ConfigureAwait(false);
        var program = Path.Combine(directory, "caller.exe");
        string[] place = suffix == ".dll" ? [] : ["-Wl,-rpath," + directory];
        string[] arguments = [.. compiler.Arguments, "-o", program, "caller.c", "libboth" + suffix, .. place];
        var built = await go.RunProgramAsync(file, directory, go.Deadlines.Build, arguments, cancel).ConfigureAwait(false);
        if (!built.Succeeded)
        {
            return $"the C compiler cannot link with it ({CCompilerRule.DecisiveLine(built.Messages)})";
        }

        var ran = await go.RunProgramAsync(program, directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        return ran.Succeeded ? ran.Output.Trim() : $"it {ran.Ending} {ran.Errors.Split('\n')[0]}".Trim();
    }

    private static HealthFinding Explain(GoFailure failure) =>
        GoOutputDiagnosis.Recognize(failure)
        ?? new HealthFinding(
            GoErrorCodes.CgoBroken,
            $"No shared library can be built, though programs with C code can: {CCompilerRule.DecisiveLine(failure.Result.Messages)}.",
            "Look whether the C compiler can link shared libraries (`-shared`)."
        );
}
