using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>Do the tools run, and are they all of the version of <c>go</c>?</summary>
/// <param name="id">See <see cref="Id"/>.</param>
/// <param name="title">See <see cref="Title"/>.</param>
/// <param name="tools">Their names; all of them answer to <c>-V=full</c>, for <c>go</c> asks them that (cmd/go/internal/work/buildid.go).</param>
internal sealed class ToolVersionsCheck(string id, string title, params IReadOnlyList<string> tools) : IHealthCheck
{
    /// <summary>The tools without which nothing can be built.</summary>
    public static ToolVersionsCheck OfCompilers { get; } =
        new("run.compilers", "Compiler, assembler and linker run", "compile", "asm", "link");

    /// <summary>The tools that some builds and tests need, in every version.</summary>
    public static ToolVersionsCheck OfOthers { get; } = new("run.tools", "cgo, cover and vet run", "cgo", "cover", "vet");

    public string Id => id;

    public string Title => title;

    public HealthLevel Level => HealthLevel.Standard;

    public IReadOnlyList<string> Needs => [GoVersionCheck.Name, .. Premises.OfTools];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        var own = GoAnswer.VersionIn(await GoAnswer.AskAsync(context, cancel).ConfigureAwait(false));
        var results = await Task.WhenAll(tools.Select(t => go.AskToolAsync(tree.Tool(t), cancel))).ConfigureAwait(false);
        var findings = tools.Zip(results, (tool, result) => Find(tree, tool, result, own)).OfType<HealthFinding>().ToList();
        var found = tools.Zip(results, (tool, result) => $"{tool} {(result.Succeeded ? GoAnswer.ToolVersionIn(result) : result.Ending)}");
        return new CheckAnswer(string.Join("; ", tools.Select(t => t + " -V=full")), $"each is of {own}", string.Join("; ", found))
        {
            Findings = Merge(tree, findings, own),
        };
    }

    private static HealthFinding? Find(GoTree tree, string tool, ProcessResult result, string own)
    {
        var file = tree.Tool(tool);
        if (!result.Succeeded)
        {
            return ProgramFailure.Explain(
                new GoFailure(result, tree),
                file,
                GoErrorCodes.FileDamaged,
                $"{tree.Shorten(file)} does not work"
            );
        }

        var version = GoAnswer.ToolVersionIn(result);
        return GoAnswer.IsSame(version, own) ? null
            : version.Length == 0
                ? new HealthFinding(
                    GoErrorCodes.FileDamaged,
                    $"{tree.Shorten(file)} is not Go's own {tool}: it does not say its version.",
                    tree.InstallAgain
                )
                {
                    Place = file,
                }
            : new HealthFinding(
                GoErrorCodes.VersionsMixed,
                $"Parts of two versions are in one tree: {tree.Shorten(file)} is of {version}, go of {own}.",
                tree.InstallAgain
            )
            {
                Place = file,
            };
    }

    // A directory that is gone is one cause, not one for each file in it.
    private static IReadOnlyList<HealthFinding> Merge(GoTree tree, List<HealthFinding> findings, string own)
    {
        var directory = Path.GetDirectoryName(tree.Tool("compile"))!;
        if (findings.Count > 1 && !Directory.Exists(directory))
        {
            var gone = Directory.Exists(Path.GetDirectoryName(directory)) ? directory : Path.GetDirectoryName(directory)!;
            return
            [
                new HealthFinding(GoErrorCodes.PartMissing, $"{tree.Shorten(gone)} is missing from GOROOT.", tree.InstallAgain)
                {
                    Place = gone,
                },
            ];
        }

        return findings.Count > 1 && findings.All(f => f.Code == GoErrorCodes.VersionsMixed)
            ?
            [
                findings[0] with
                {
                    Cause =
                        $"Parts of two versions are in one tree: go is of {own}, and of another version are {string.Join(", ", findings.Select(f => tree.Shorten(f.Place!)))}.",
                },
            ]
            : findings;
    }
}
