using System.Globalization;
using GoToolchain.Health.Checks.Tree;
using GoToolchain.Inspection;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Health.Checks.Running.Content;

/// <summary>Is every file of a Go from the store the one that was installed, and of an adopted one the one that was there then?</summary>
internal sealed class TreeContentCheck : IHealthCheck
{
    // Enough to see what is going on.
    private const int MostNamed = 10;

    // What is no file any more is as good as missing.
    private static readonly ContentDifferenceKind[] s_missing =
    [
        ContentDifferenceKind.Missing,
        ContentDifferenceKind.WrongType,
        ContentDifferenceKind.Dangling,
    ];

    public string Id => "tree.content";

    public string Title => "Every file is the one that was installed";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [RootCheck.Name];

    public ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel) =>
        ValueTask.FromResult(Answer(context, cancel));

    private static CheckAnswer Answer(HealthContext context, CancellationToken cancel)
    {
        var tree = GoTree.Of(context);
        var subject = RepairSubject.Of(context.Subject!, context.Host, new StoreLayout(context.Settings.Store));
        if (ManifestOf(subject, new StoreLayout(context.Settings.Store)) is not { } manifest)
        {
            return CheckAnswer.NotApplicable(
                "It was neither installed by us nor adopted, or its manifest is damaged: nobody knows what its files should hold."
            );
        }

        var options = new ContentOptions
        {
            Deep = true,
            LooseModes = true,
            AllowLinks = subject.Toolchain is null,
        };
        var difference = ContentCheck.Compare(tree.Root, manifest, options, cancel);
        List<HealthFinding> findings = [.. Find(tree.Root, difference)];
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

    private static Manifest? ManifestOf(RepairSubject subject, StoreLayout layout) =>
        subject.Toolchain is { } name ? Manifest.Read(layout.Manifest(name)) : new AdoptedTrees(layout).ManifestOf(subject.Root);

    private static IEnumerable<HealthFinding> Find(string root, ContentReport difference)
    {
        if (Paths(difference, s_missing) is { Count: > 0 } missing)
        {
            yield return Finding(GoErrorCodes.PartMissing, "missing from GOROOT", missing);
        }

        if (Paths(difference, ContentDifferenceKind.Modified) is { Count: > 0 } modified)
        {
            yield return Finding(GoErrorCodes.ContentDiffers, "not as installed: the content differs", modified);
        }

        if (Paths(difference, ContentDifferenceKind.WrongMode) is { Count: > 0 } closed)
        {
            yield return Finding(GoErrorCodes.NotExecutable, "no longer executable", closed);
        }

        if (Paths(difference, ContentDifferenceKind.Extra) is { Count: > 0 } extra)
        {
            var isCode = extra.Exists(f =>
                f.StartsWith("src/", StringComparison.Ordinal)
                && (f.EndsWith(".go", StringComparison.Ordinal) || FileFacts.Of(Path.Combine(root, f)).Kind == FileKind.Directory)
            );
            var what = isCode
                ? "not of this version; a source file that does not belong there is compiled all the same"
                : "not of this version";
            yield return Finding(isCode ? GoErrorCodes.VersionsMixed : GoErrorCodes.ContentDiffers, what, extra) with
            {
                Severity = isCode ? HealthSeverity.Error : HealthSeverity.Warning,
            };
        }

        HealthFinding Finding(GoErrorCode code, string what, List<string> files)
        {
            var named = string.Join(", ", files.Take(MostNamed));
            var more = files.Count > MostNamed ? $" and {files.Count - MostNamed} more" : "";
            return new HealthFinding(code, $"{named}{more}: {what}.", $"Run `gotoolchain repair {root}`.")
            {
                Place = Path.Combine(root, files[0]),
            };
        }
    }

    private static IEnumerable<string> Counts(ContentReport difference)
    {
        (int Count, string What)[] all =
        [
            (Paths(difference, s_missing).Count, "missing"),
            (difference.Count(ContentDifferenceKind.Modified), "modified"),
            (difference.Count(ContentDifferenceKind.WrongMode), "not executable"),
            (difference.Count(ContentDifferenceKind.Extra), "extra"),
        ];
        return all.Where(a => a.Count > 0).Select(a => $"{a.Count} {a.What}");
    }

    private static List<string> Paths(ContentReport difference, params ContentDifferenceKind[] kinds) =>
        [.. difference.Differences.Where(d => kinds.Contains(d.Kind)).Select(d => d.Path)];
}
