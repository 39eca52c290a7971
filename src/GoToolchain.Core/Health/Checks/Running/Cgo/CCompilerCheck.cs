using GoToolchain.Execution;
using GoToolchain.Execution.CCompilers;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>Does the C compiler, without any Go, make a program that runs?</summary>
internal sealed class CCompilerCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.c-compiler";

    private const string Source = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <errno.h>
        #ifndef _WIN32
        #include <pthread.h>
        static void *work(void *n) { *(int *)n *= 2; return NULL; }
        #endif

        int main(void) {
            int n = 21;
        #ifndef _WIN32
            pthread_t thread;
            if (pthread_create(&thread, NULL, work, &n) != 0 || pthread_join(thread, NULL) != 0) return 1;
        #else
            n *= 2;
        #endif
            printf("%d\n", n);
            return 0;
        }

        """;

    public string Id => Name;

    public string Title => "The C compiler works";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [ScratchCheck.Name, .. Premises.OfC];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        if (CCompiler.IsSwitchedOff(context))
        {
            return CheckAnswer.NotApplicable("cgo is switched off (CGO_ENABLED=0).");
        }

        var compiler = CCompiler.Of(context);
        if (compiler.Program is null)
        {
            return compiler.IsNamed
                ? new CheckAnswer(compiler.Command, "a C compiler", "not there") { Findings = [NotThere(context, compiler)] }
                : CheckAnswer.NotApplicable(
                    $"There is no C compiler ({compiler.Command}), so nothing with C code can be built. {CompilerPackages.Advice(context.Host)}"
                );
        }

        return await TryAsync(context, compiler, compiler.Program, cancel).ConfigureAwait(false);
    }

    private static async Task<CheckAnswer> TryAsync(HealthContext context, CCompiler compiler, string file, CancellationToken cancel)
    {
        var go = GoProcesses.Of(context);
        var directory = ScratchFiles.Write(context, "c", new() { ["main.c"] = Source });
        var program = Path.Combine(directory, "hello" + context.Host.Platform.ExecutableSuffix);
        string[] threads = context.Host.Platform.IsWindows ? [] : ["-pthread"];
        string[] arguments = [.. compiler.Arguments, "-o", program, "main.c", .. threads];
        var built = await go.RunProgramAsync(file, directory, go.Deadlines.Build, arguments, cancel, TemporaryFilesIn(directory))
            .ConfigureAwait(false);
        var answer = new CheckAnswer($"{compiler.Command} -o hello main.c", "a program that writes 42", built.Ending);
        if (!built.Succeeded || !File.Exists(program))
        {
            return answer with { Findings = [Explain(context, compiler, built)] };
        }

        var ran = await go.RunProgramAsync(program, directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        var found = ran.Succeeded ? ran.Output.Trim() : ran.Ending;
        return found == "42"
            ? answer with
            {
                Found = $"42, by {file}",
            }
            : answer with
            {
                Found = found,
                Findings = DoesNotRun(context, compiler, ran, found) is { } finding ? [finding] : [],
            };
    }

    // Whether there is room where they usually are, others find out.
    private static Dictionary<string, string?> TemporaryFilesIn(string directory) =>
        new()
        {
            ["TMPDIR"] = directory,
            ["TEMP"] = directory,
            ["TMP"] = directory,
        };

    private static HealthFinding Explain(HealthContext context, CCompiler compiler, ProcessResult result)
    {
        var line = CCompilerRule.DecisiveLine(result.Messages);
        var end = result.Succeeded ? "says that all went well, but made no program" : result.Ending;
        var cause = CCompilerRule.Explain(result.Messages) is { } known
            ? $"The C compiler `{compiler.Command}` ({compiler.Origin}) does not work: {known} ({line})."
            : $"The C compiler `{compiler.Command}` ({compiler.Origin}) does not work: it {end}{(line.Length == 0 ? " without a message" : $": {line}")}.";
        return Broken(context, compiler, cause);
    }

    private static HealthFinding? DoesNotRun(HealthContext context, CCompiler compiler, ProcessResult result, string found)
    {
        // That nothing may be executed there says the check of the Go program already.
        return result.NotStarted is { } denied && StartFailure.IsDenied(denied) ? null
            : result.NotStarted is { } wrong && StartFailure.IsWrongFormat(wrong)
                ? Broken(context, compiler, $"The C compiler `{compiler.Command}` ({compiler.Origin}) makes programs for another machine.")
            : Broken(
                context,
                compiler,
                $"A program of the C compiler `{compiler.Command}` ({compiler.Origin}) does not work: {found}{(result.Errors.Length > 0 ? ": " + result.Errors.Split('\n')[0] : "")}."
            );
    }

    private static HealthFinding Broken(HealthContext context, CCompiler compiler, string cause) =>
        new(GoErrorCodes.CCompilerBroken, cause, $"{CompilerPackages.Advice(context.Host)} Or build without C: CGO_ENABLED=0.")
        {
            Place = compiler.Program ?? compiler.Command,
        };

    private static HealthFinding NotThere(HealthContext context, CCompiler compiler) =>
        new(
            GoErrorCodes.CompilerMissing,
            $"The C compiler `{compiler.Command}` ({compiler.Origin}) does not exist.",
            $"Correct CC or take it out. {CompilerPackages.Advice(context.Host)}"
        )
        {
            Place = "CC",
        };
}
