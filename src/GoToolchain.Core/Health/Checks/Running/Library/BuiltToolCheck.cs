using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Library;

/// <summary>
/// Do the tools run that most trees have, and that <c>go tool</c> builds from <c>src/cmd</c> at the first use from Go 1.25 on
/// (https://go.dev/doc/go1.25#go-command)? One stands for them all.
/// </summary>
internal sealed class BuiltToolCheck : IHealthCheck
{
    public string Id => "run.built-tool";

    public string Title => "go tool buildid reads a program";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [ProgramCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var program = SmallProgram.OfTree(context);
        var result = await go.RunAsync(program.Directory, go.Deadlines.Build, ["tool", "buildid", program.Program], cancel)
            .ConfigureAwait(false);
        // action/…/…/content: the identity that the linker writes (cmd/go/internal/work/buildid.go).
        var isFine = result.Succeeded && result.Output.Contains('/', StringComparison.Ordinal);
        return new CheckAnswer("go tool buildid hello", "the identity of the program", isFine ? result.Output.Trim() : result.Ending)
        {
            Findings = isFine
                ? []
                : [GoOutputDiagnosis.Explain(new GoFailure(result, tree), GoErrorCodes.PartMissing, "`go tool buildid` does not work")],
        };
    }
}
