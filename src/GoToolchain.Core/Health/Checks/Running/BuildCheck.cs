using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Does a small program build, when nothing but the tree can be at fault?</summary>
internal sealed class BuildCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.build";

    public string Id => Name;

    public string Title => "A program builds";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [OwnRootCheck.Name, ToolVersionsCheck.OfCompilers.Id, .. Premises.OfBuilds];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var program = SmallProgram.OfTree(context);
        var result = await go.RunAsync(program.Directory, go.Deadlines.Build, program.BuildArguments, cancel).ConfigureAwait(false);
        var answer = new CheckAnswer("go build -o hello .", "a program", result.Succeeded ? "a program" : result.Ending);
        return result.Succeeded
            ? answer
            : answer with
            {
                Findings = [await ExplainAsync(context, program, new GoFailure(result, tree), cancel).ConfigureAwait(false)],
            };
    }

    private static async Task<HealthFinding> ExplainAsync(
        HealthContext context,
        SmallProgram program,
        GoFailure failure,
        CancellationToken cancel
    )
    {
        const string what = "A small program does not build";
        if (failure.Result.Hung is not null)
        {
            return new HealthFinding(
                GoErrorCodes.ProgramNotBuilt,
                $"{what}: `go build` {failure.Result.Ending}.",
                failure.Tree.InstallAgain
            );
        }

        if (GoOutputDiagnosis.Recognize(failure) is { } known)
        {
            return known;
        }

        // What no message tells is tried: an empty cache tells whether the full one is at fault.
        var clean = CleanEnvironment.Of(context);
        var empty = Path.Combine(context.Scratch, "empty-cache");
        if (clean.BuildCache != empty)
        {
            var go = GoProcesses.Of(context);
            var variables = new Dictionary<string, string?> { ["GOCACHE"] = empty };
            var again = await go.RunAsync(program.Directory, go.Deadlines.Build, program.BuildArguments, cancel, variables)
                .ConfigureAwait(false);
            if (again.Succeeded)
            {
                return BuildCaches.IsFull(clean.BuildCache)
                    ? new HealthFinding(
                        GoErrorCodes.NoSpaceLeft,
                        $"The build cache {clean.BuildCache} has no room: {failure.DecisiveLine}",
                        "Free some space (`go clean -cache`), or let GOCACHE name a directory with more room."
                    )
                    {
                        Place = clean.BuildCache,
                    }
                    : new HealthFinding(
                        GoErrorCodes.ProgramNotBuilt,
                        $"The build cache {clean.BuildCache} is damaged: {what.ToLowerInvariant()} with it ({failure.DecisiveLine}), and builds with an empty one.",
                        "Run `go clean -cache`."
                    )
                    {
                        Place = clean.BuildCache,
                    };
            }
        }

        return GoOutputDiagnosis.Explain(failure, GoErrorCodes.ProgramNotBuilt, what);
    }
}
