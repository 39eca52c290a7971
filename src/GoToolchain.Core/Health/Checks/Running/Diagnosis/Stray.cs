namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>
/// Tells which file of a package does not belong to the version: one that was left by an older version when a newer one was unpacked over it
/// (https://github.com/golang/go/issues/51760), or that somebody put there.
/// </summary>
internal static class Stray
{
    // Enough to see what is going on.
    private const int MostNamed = 5;

    /// <summary>Explains two files that declare the same.</summary>
    /// <param name="failure">Where it was seen.</param>
    /// <param name="file">One: absolute.</param>
    /// <param name="other">The other.</param>
    /// <param name="known">The stray one, where the message already tells; else null.</param>
    public static HealthFinding Explain(GoFailure failure, string file, string other, string? known)
    {
        var tree = failure.Tree;
        var stranger = known ?? Choose(tree, file, other);
        var cause = stranger is null
            ? $"{tree.Shorten(file)} and {tree.Shorten(other)} declare the same: one of them is not of {tree.Name}; one version was unpacked over another."
            : $"{tree.Shorten(stranger)} does not belong to {tree.Name}: it declares what {tree.Shorten(stranger == file ? other : file)} declares. "
                + "One version was unpacked over another, or somebody put it there.";
        var cure = stranger is null
            ? tree.InstallAgain
            : $"Remove {stranger}; when more such files are there, {LowerFirst(tree.InstallAgain)}";
        return new HealthFinding(GoErrorCodes.VersionsMixed, cause, cure) { Place = stranger ?? file };
    }

    /// <summary>Compares a directory of the standard library with what is known of the version.</summary>
    /// <param name="failure">Where something was seen.</param>
    /// <param name="directory">Relative to GOROOT, with <c>/</c>.</param>
    /// <returns>Null when nothing is known, or the same files are there.</returns>
    public static HealthFinding? InDirectory(GoFailure failure, string directory)
    {
        var tree = failure.Tree;
        var place = Path.Combine(tree.Root, directory);
        if (tree.Reference.FilesIn(directory) is not { Count: > 0 } expected || !Directory.Exists(place))
        {
            return null;
        }

        HashSet<string> found = [.. Directory.EnumerateFiles(place).Select(f => $"{directory}/{Path.GetFileName(f)}")];
        var missing = expected.Where(f => !found.Contains(f)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            var are = missing.Count == 1 ? "is" : "are";
            return new HealthFinding(GoErrorCodes.PartMissing, $"{List(missing)} {are} missing from GOROOT.", tree.InstallAgain)
            {
                Place = Path.Combine(tree.Root, missing[0]),
            };
        }

        var strays = found.Where(IsSource).Where(f => tree.Reference.Has(f) == false).Order(StringComparer.Ordinal).ToList();
        return strays.Count == 0
            ? null
            : new HealthFinding(
                GoErrorCodes.VersionsMixed,
                $"{List(strays)} {(strays.Count == 1 ? "does" : "do")} not belong to {tree.Name}: one version was unpacked over another, or somebody put it there.",
                tree.InstallAgain
            )
            {
                Place = Path.Combine(tree.Root, strays[0]),
            };
    }

    private static bool IsSource(string file) =>
        file.EndsWith(".go", StringComparison.Ordinal) || file.EndsWith(".s", StringComparison.Ordinal);

    private static string List(List<string> files) =>
        files.Count <= MostNamed
            ? string.Join(", ", files)
            : $"{string.Join(", ", files.Take(MostNamed))} and {files.Count - MostNamed} more";

    private static string? Choose(GoTree tree, string file, string other)
    {
        var belongs = (File: Belongs(tree, file), Other: Belongs(tree, other));
        return belongs switch
        {
            (false, not false) => file,
            (not false, false) => other,
            (true, null) => other,
            (null, true) => file,
            (null, null) => ByTime(tree, file, other),
            _ => null,
        };
    }

    private static bool? Belongs(GoTree tree, string file) => tree.Inside(file) is { } inside ? tree.Reference.Has(inside) : false;

    // All files of a release have one time (cmd/distpack), and those of a distribution's package one of a few; what came later has its own.
    private static string? ByTime(GoTree tree, string file, string other)
    {
        var usual = Directory
            .EnumerateFiles(Path.GetDirectoryName(file)!)
            .Concat(Directory.EnumerateFiles(Path.Combine(tree.Root, "src")))
            .GroupBy(File.GetLastWriteTimeUtc)
            .MaxBy(g => g.Count())
            ?.Key;
        var (isUsual, otherIsUsual) = (File.GetLastWriteTimeUtc(file) == usual, File.GetLastWriteTimeUtc(other) == usual);
        return isUsual == otherIsUsual ? null
            : isUsual ? other
            : file;
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
