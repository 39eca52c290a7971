using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Library;

/// <summary>Does <c>go vet</c> find nothing in a correct program?</summary>
internal sealed class VetCheck : IHealthCheck
{
    public string Id => "run.vet";

    public string Title => "go vet works";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [ProgramCheck.Name, ToolVersionsCheck.OfOthers.Id];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var program = SmallProgram.OfTree(context);
        var result = await go.RunAsync(program.Directory, go.Deadlines.Build, ["vet", "."], cancel).ConfigureAwait(false);
        return new CheckAnswer(result.Ran, "no message", result.Succeeded ? "no message" : result.Ending)
        {
            Findings = result.Succeeded
                ? []
                : [GoOutputDiagnosis.Explain(new GoFailure(result, tree), GoErrorCodes.VetBroken, "go vet fails on a correct program")],
        };
    }
}
