using GoToolchain.Inspection;
using GoToolchain.Inspection.Rules;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>
/// One cause, one finding: a directory that was deleted takes all its files with it, and nobody wants to read each of them.
/// </summary>
internal static class TreeFindingGroup
{
    // As many are still read one by one.
    private const int MostAlone = 2;
    private const int MostNames = 4;

    /// <summary>Puts findings of one kind together where they are many. The worst of them stands for all.</summary>
    /// <param name="condition">What the files say.</param>
    /// <param name="area">The part of the examination.</param>
    public static IEnumerable<GoRootFinding> In(GoRootCondition condition, GoRootArea area) =>
        condition.In(area).OrderByDescending(f => f.Harm).GroupBy(f => f.Kind).SelectMany(g => Join(condition.Root, [.. g]));

    private static IEnumerable<GoRootFinding> Join(string root, List<GoRootFinding> findings)
    {
        if (findings.Count <= MostAlone)
        {
            return findings;
        }

        var worst = findings[0];
        if (worst.Kind == GoRootFindingKind.Missing && MissingDirectory(root, worst.Path) is { } directory)
        {
            var inside = findings.FindAll(f => f.Path.StartsWith(directory + "/", StringComparison.Ordinal));
            if (inside.Count > 1)
            {
                var all = worst with
                {
                    Path = directory,
                    Sentence = $"{directory} is missing, and with it {inside.Count} files: {Loss(worst)}",
                };
                return [all, .. Join(root, [.. findings.Except(inside)])];
            }
        }

        var others = findings.Skip(1).Select(f => f.Path).ToList();
        var names = string.Join(", ", others.Take(MostNames)) + (others.Count > MostNames ? ", …" : "");
        return [worst with { Sentence = $"{worst.Sentence.TrimEnd('.')}; the same goes for {others.Count} others: {names}." }];
    }

    private static string Loss(GoRootFinding finding) =>
        finding.Sentence.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? finding.Sentence[(colon + 2)..] : finding.Sentence;

    // The topmost directory on the way to a file that is not there.
    private static string? MissingDirectory(string root, string path)
    {
        string? missing = null;
        for (var directory = Parent(path); directory.Length > 0; directory = Parent(directory))
        {
            if (FileFacts.Of(Path.Combine(root, directory)).Kind == FileKind.Missing)
            {
                missing = directory;
            }
        }

        return missing;
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
