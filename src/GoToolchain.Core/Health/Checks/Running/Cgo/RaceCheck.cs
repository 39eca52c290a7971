using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Health.Checks.Running.Users;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>Does a program build and run with the race detector, whose runtime is a ready-made object file in the tree?</summary>
internal sealed class RaceCheck : IHealthCheck
{
    // internal/platform/supported.go, RaceDetectorSupported, of every version from 1.16 on.
    private static readonly string[] s_platforms =
    [
        "linux/amd64",
        "linux/ppc64le",
        "linux/arm64",
        "freebsd/amd64",
        "netbsd/amd64",
        "darwin/amd64",
        "darwin/arm64",
        "windows/amd64",
    ];

    public string Id => "run.race";

    public string Title => "The race detector works";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [CgoCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var compiler = CCompiler.Of(context);
        if (CCompiler.IsSwitchedOff(context) || compiler.Program is null)
        {
            return CheckAnswer.NotApplicable("The race detector needs a C compiler.");
        }

        if (!s_platforms.Contains(context.Host.Platform.ToString()))
        {
            return CheckAnswer.NotApplicable($"There is no race detector for {context.Host.Platform}.");
        }

        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var program = SmallProgram.Create(context, "race");
        string[] build = ["build", "-race", "-o", program.Program, "."];
        var built = await go.RunAsync(
                program.Directory,
                go.Deadlines.Build,
                build,
                cancel,
                CgoEnvironment.Of(UserSettings.Of(context), compiler)
            )
            .ConfigureAwait(false);
        var answer = new CheckAnswer("go build -race -o hello .; the program", "its answer", built.Ending);
        if (!built.Succeeded)
        {
            return answer with
            {
                Findings = [GoOutputDiagnosis.Explain(new GoFailure(built, tree), GoErrorCodes.CgoBroken, "Nothing builds with -race")],
            };
        }

        var ran = await go.RunProgramAsync(program.Program, program.Directory, go.Deadlines.Question, [], cancel).ConfigureAwait(false);
        return ran.Succeeded && ProgramAnswer.TryParse(ran.Output)?.Word == program.Word
            ? answer with
            {
                Found = ran.Output,
            }
            : answer with
            {
                Found = ran.Ending,
                Findings =
                [
                    // Its shadow memory needs addresses that some kernels give away (https://github.com/golang/go/issues/29948).
                    new HealthFinding(
                        GoErrorCodes.ProgramFails,
                        $"A program that is built with -race {ran.Ending}{(ran.Errors.Length > 0 ? ": " + ran.Errors.Split('\n')[0] : "")}.",
                        "Build without -race here; a newer Go may work on this kernel."
                    )
                    {
                        Severity = HealthSeverity.Warning,
                    },
                ],
            };
    }
}
