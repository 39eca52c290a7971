using GoToolchain.MSBuild.Inputs;

namespace GoToolchain.MSBuild.Diagnostics.Places;

/// <summary>Finds lines of go.mod, go.work, go.sum and vendor/modules.txt (https://go.dev/ref/mod).</summary>
internal static class ModulePlaces
{
    private static readonly char[] s_separators = [' ', '\t', '(', ')', '"', '`', ','];

    /// <summary>The <c>go</c> line.</summary>
    public static FilePlace? GoLine(string moduleFile) => SourceText.Find(moduleFile, l => Words(l) is ["go", _, ..]);

    /// <summary>The version of the <c>go</c> line, or null.</summary>
    public static string? GoVersion(string moduleFile) =>
        SourceText.Lines(moduleFile).Select(Words).FirstOrDefault(w => w is ["go", _, ..])?[1];

    /// <summary>The path in the <c>module</c> line, or null.</summary>
    public static string? ModulePath(string moduleFile) =>
        SourceText.Lines(moduleFile).Select(Words).FirstOrDefault(w => w is ["module", _, ..])?[1];

    /// <summary>The first line that names something.</summary>
    public static FilePlace? Naming(string file, string word) =>
        SourceText.Find(file, l => Words(l).Contains(word, StringComparer.Ordinal));

    /// <summary>The line of go.mod that replaces a module by a directory.</summary>
    public static FilePlace? Replacement(string moduleFile, string target) =>
        SourceText.Find(
            moduleFile,
            l => Words(l) is { } words && Array.IndexOf(words, "=>") is >= 0 and var arrow && words.AsSpan(arrow).Contains(target)
        );

    /// <summary>The line of go.sum that holds a checksum of a module.</summary>
    /// <param name="moduleFile">The go.mod beside it.</param>
    /// <param name="module">The module.</param>
    /// <param name="version">Its version; for the checksum of its go.mod with <c>/go.mod</c> behind it.</param>
    public static FilePlace? Sum(string moduleFile, string module, string version) =>
        SourceText.Find(Path.ChangeExtension(moduleFile, ".sum"), l => Words(l) is [var m, var v, ..] && m == module && v == version);

    /// <summary>The line of go.work that uses a directory.</summary>
    /// <param name="workFile">The go.work.</param>
    /// <param name="directory">The directory: absolute.</param>
    public static FilePlace? Use(string workFile, string directory)
    {
        var root = Path.GetDirectoryName(workFile)!;
        return SourceText.Find(
            workFile,
            l => Words(l).Any(w => w.StartsWith('.') && GoBuildSite.Resolve(root, w) == Path.TrimEndingDirectorySeparator(directory))
        );
    }

    /// <summary>The go.work that a directory belongs to, or null.</summary>
    public static string? WorkFile(string directory) => ModuleFiles.FindUpwards(directory, "go.work");

    private static string[] Words(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        // A URL-like path has no double slash in Go's module files, so this is a comment.
        return (comment < 0 ? line : line[..comment]).Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
    }
}
