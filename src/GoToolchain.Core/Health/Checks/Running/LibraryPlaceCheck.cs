using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Does <c>go</c> find the standard library inside GOROOT?</summary>
internal sealed class LibraryPlaceCheck : IHealthCheck
{
    public string Id => "run.library-place";

    public string Title => "The standard library is found in GOROOT";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [OwnRootCheck.Name, "tree.library"];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var result = await go.RunAsync(context.Scratch, go.Deadlines.Question, ["list", "-f", "{{.Dir}}", "runtime"], cancel)
            .ConfigureAwait(false);
        var expected = Path.Combine(tree.Root, "src", "runtime");
        var answer = new CheckAnswer(result.Ran, expected, result.Succeeded ? result.Output : result.Ending);
        if (!result.Succeeded)
        {
            var failure = new GoFailure(result, tree);
            return answer with
            {
                Findings = [GoOutputDiagnosis.Explain(failure, GoErrorCodes.PartMissing, "Package runtime is not found")],
            };
        }

        var found = result.Output.Trim();
        return tree.Inside(found) == "src/runtime" || GoTree.LeadsTo(found, expected)
            ? answer
            : answer with
            {
                Findings =
                [
                    new HealthFinding(
                        GoErrorCodes.ForeignLibrary,
                        $"`go` takes package runtime from {found}, which is not in {tree.Root}.",
                        "Take GOROOT out of the environment and out of the go/env file, and look where src leads. " + tree.InstallAgain
                    )
                    {
                        Place = found,
                    },
                ],
            };
    }
}
