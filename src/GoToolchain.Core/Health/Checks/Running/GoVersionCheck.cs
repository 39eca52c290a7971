using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Does <c>go</c> start, and is it the version that the tree says?</summary>
internal sealed class GoVersionCheck : IHealthCheck
{
    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "run.version";

    public string Id => Name;

    public string Title => "go runs";

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [ScratchCheck.Name, .. Premises.OfGo];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var tree = GoTree.Of(context);
        var result = await GoAnswer.AskAsync(context, cancel).ConfigureAwait(false);
        var expected = $"go version {(tree.Version is null ? "…" : "go" + tree.Version)} {tree.Platform}";
        var finding = await FindAsync(context, tree, result, cancel).ConfigureAwait(false);
        var found = result.Succeeded ? result.Output : result.Ending;
        return new CheckAnswer(result.Ran, expected, found) { Findings = finding is null ? [] : [finding] };
    }

    private static async Task<HealthFinding?> FindAsync(HealthContext context, GoTree tree, ProcessResult result, CancellationToken cancel)
    {
        var go = GoProcesses.Of(context);
        if (!result.Succeeded)
        {
            return ProgramFailure.Explain(new GoFailure(result, tree), go.Go, GoErrorCodes.GoDoesNotRun, "go does not run");
        }

        var version = GoAnswer.VersionIn(result);
        if (version.Length == 0)
        {
            var cause = $"{go.Go} is not Go's own command: to `go version` it answers {Quote(result.Output)}.";
            return new HealthFinding(GoErrorCodes.GoDoesNotRun, cause, tree.InstallAgain) { Place = go.Go };
        }

        if (tree.Version is { } named && !GoAnswer.IsSame(version, "go" + named))
        {
            return await DisagreeAsync(go, tree, version, "go" + named, cancel).ConfigureAwait(false);
        }

        return GoAnswer.PlatformIn(result) == tree.Platform.ToString()
            ? null
            : new HealthFinding(
                GoErrorCodes.WrongPlatform,
                $"{go.Go} is for {GoAnswer.PlatformIn(result)}, the tools in pkg/tool are for {tree.Platform}.",
                tree.InstallAgain
            )
            {
                Place = go.Go,
            };
    }

    // Of three that should agree, the compiler is the judge.
    private static async Task<HealthFinding> DisagreeAsync(
        GoProcesses go,
        GoTree tree,
        string version,
        string named,
        CancellationToken cancel
    )
    {
        var judge = await go.AskToolAsync(tree.Tool("compile"), cancel).ConfigureAwait(false);
        var compiler = GoAnswer.ToolVersionIn(judge);
        var versionFile = Path.Combine(tree.Root, "VERSION");
        return compiler switch
        {
            _ when GoAnswer.IsSame(compiler, version) => new HealthFinding(
                GoErrorCodes.VersionFileWrong,
                $"VERSION says {named}, but the programs of this tree are of {version}.",
                $"Install one version into an empty directory; which of the two the library in src is of, only its content tells."
            )
            {
                Place = versionFile,
            },
            _ when GoAnswer.IsSame(compiler, named) => new HealthFinding(
                GoErrorCodes.VersionsDisagree,
                $"bin/go is of {version}, the rest of the tree (VERSION and the compiler) of {named}.",
                tree.InstallAgain
            )
            {
                Place = go.Go,
            },
            _ => new HealthFinding(
                GoErrorCodes.VersionsDisagree,
                $"bin/go is of {version}, VERSION says {named}, and the compiler {(compiler.Length == 0 ? "does not run" : "is of " + compiler)}.",
                tree.InstallAgain
            )
            {
                Place = go.Go,
            },
        };
    }

    private static string Quote(string text)
    {
        var line = text.Split('\n', 2)[0];
        return line.Length == 0 ? "nothing" : $"`{(line.Length > 80 ? line[..80] + "…" : line)}`";
    }
}
