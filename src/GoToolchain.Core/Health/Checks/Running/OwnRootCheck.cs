using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Does <c>go</c>, left alone, work with the tree around it?</summary>
internal sealed class OwnRootCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.root";

    public string Id => Name;

    public string Title => "go finds its own GOROOT";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [GoVersionCheck.Name, .. Premises.OfTools];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var result = await go.RunAsync(context.Scratch, go.Deadlines.Question, ["env", "GOROOT"], cancel).ConfigureAwait(false);
        var answer = new CheckAnswer(result.Ran, tree.Root, result.Succeeded ? result.Output : result.Ending);
        if (!result.Succeeded)
        {
            return answer with
            {
                Findings = [GoOutputDiagnosis.Explain(new GoFailure(result, tree), GoErrorCodes.GoDoesNotRun, "go does not run")],
            };
        }

        return tree.Is(result.Output.Trim())
            ? answer
            : answer with
            {
                Findings =
                [
                    new HealthFinding(
                        GoErrorCodes.ForeignLibrary,
                        $"{go.Go} works with the tree in {result.Output.Trim()} instead of the one around it.",
                        "Look at pkg/tool: without it `go` does not recognise its own tree. " + tree.InstallAgain
                    )
                    {
                        Place = result.Output.Trim(),
                    },
                ],
            };
    }
}
