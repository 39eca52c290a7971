using System.Globalization;
using GoToolchain.Health.Checks.Tree;
using GoToolchain.Store;

namespace GoToolchain.Health.Checks.Running.Content;

/// <summary>Is every file of a toolchain from the store the one that was installed?</summary>
internal sealed class ContentCheck : IHealthCheck
{
    // Enough to see what is going on.
    private const int MostNamed = 10;

    public string Id => "tree.content";

    public string Title => "Every file is the one that was installed";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [RootCheck.Name];

    public ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel) =>
        ValueTask.FromResult(Answer(context, cancel));

    private static CheckAnswer Answer(HealthContext context, CancellationToken cancel)
    {
        var tree = GoTree.Of(context);
        var name = Path.GetFileName(context.Subject!.ResolvedRoot);
        var layout = new StoreLayout(context.Settings.Store);
        if (!tree.Is(layout.Toolchain(name)))
        {
            return CheckAnswer.NotApplicable("It was not installed by us, so that nobody knows what its files should hold.");
        }

        if (Manifest.Read(layout.Manifest(name)) is not { } manifest)
        {
            return CheckAnswer.NotApplicable("There is no manifest to compare with, or it is damaged.");
        }

        var difference = TreeComparison.Of(tree.Root, manifest, cancel);
        List<HealthFinding> findings = [.. Find(tree, difference)];
        var found = findings.Count == 0 ? "no difference" : string.Join(", ", Counts(difference));
        return new CheckAnswer(
            $"compare {manifest.Entries.Count.ToString("N0", CultureInfo.InvariantCulture)} files with the manifest",
            "no difference",
            found
        )
        {
            Findings = findings,
        };
    }

    private static IEnumerable<HealthFinding> Find(GoTree tree, TreeComparison difference)
    {
        if (difference.Missing.Count > 0)
        {
            yield return Finding(GoErrorCodes.PartMissing, "missing from GOROOT", difference.Missing, tree.InstallAgain);
        }

        if (difference.Modified.Count > 0)
        {
            yield return Finding(
                GoErrorCodes.ContentDiffers,
                "not as installed: the content differs",
                difference.Modified,
                tree.InstallAgain
            );
        }

        if (difference.NotExecutable.Count > 0)
        {
            yield return Finding(
                GoErrorCodes.NotExecutable,
                "no longer executable",
                difference.NotExecutable,
                "Give them back with `chmod +x`."
            );
        }

        if (difference.Extra.Count > 0)
        {
            var isCode = difference.Extra.Any(f =>
                f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".go", StringComparison.Ordinal)
            );
            var what = isCode
                ? "not of this version; a source file that does not belong there is compiled all the same"
                : "not of this version";
            yield return Finding(
                isCode ? GoErrorCodes.VersionsMixed : GoErrorCodes.ContentDiffers,
                what,
                difference.Extra,
                "Remove what is not yours."
            ) with
            {
                Severity = isCode ? HealthSeverity.Error : HealthSeverity.Warning,
            };
        }

        HealthFinding Finding(GoErrorCode code, string what, IReadOnlyList<string> files, string cure)
        {
            var named = string.Join(", ", files.Take(MostNamed));
            var more = files.Count > MostNamed ? $" and {files.Count - MostNamed} more" : "";
            return new HealthFinding(code, $"{named}{more}: {what}.", cure) { Place = Path.Combine(tree.Root, files[0]) };
        }
    }

    private static IEnumerable<string> Counts(TreeComparison difference)
    {
        (int Count, string What)[] all =
        [
            (difference.Missing.Count, "missing"),
            (difference.Modified.Count, "modified"),
            (difference.NotExecutable.Count, "not executable"),
            (difference.Extra.Count, "extra"),
        ];
        return all.Where(a => a.Count > 0).Select(a => $"{a.Count} {a.What}");
    }
}
