using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Library;

/// <summary>Does every package of the standard library compile?</summary>
internal sealed class LibraryBuildCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.library";

    public string Id => Name;

    public string Title => "The whole standard library compiles";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [BuildCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        // Without C, so that it says nothing about the C compiler; packages that need it are in the check of cgo.
        var variables = new Dictionary<string, string?> { ["CGO_ENABLED"] = "0" };
        var result = await go.RunAsync(context.Scratch, go.Deadlines.Library, ["build", "std"], cancel, variables).ConfigureAwait(false);
        var answer = new CheckAnswer(result.Ran, "no message", result.Succeeded ? "no message" : result.Ending);
        return result.Succeeded ? answer
            : result.Hung is not null
                ? answer with
                {
                    Findings = [new HealthFinding(GoErrorCodes.LibraryBroken, $"`{result.Ran}` {result.Ending}.", tree.InstallAgain)],
                }
            : answer with { Findings = PackageFailures.Of(new GoFailure(result, tree), GoErrorCodes.LibraryBroken) };
    }
}
