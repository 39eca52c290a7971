using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.MSBuild.Generating;

/// <summary>
/// The <c>//go:generate</c> lines of a module, found without a process: they decide what runs, and the files that hold them are mostly what the
/// generators read.
/// </summary>
/// <param name="Files">The files that hold some: absolute, in order.</param>
/// <param name="Lines">The lines, each with its file: what a digest is made of.</param>
internal sealed record Directives(IReadOnlyList<string> Files, IReadOnlyList<string> Lines)
{
    // A source file of Go may be large, but what is larger than this is none.
    private const long MostBytes = 64 << 20;
    private const string Mark = "//go:generate";

    /// <summary>Looks for them.</summary>
    /// <param name="directory">Where <c>go generate</c> runs: absolute.</param>
    /// <param name="packages">Its package patterns. What is no path below a directory counts as all of <paramref name="directory"/>.</param>
    public static Directives Read(string directory, IEnumerable<string> packages)
    {
        var found = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (top, isTree) in packages.Select(p => Place(directory, p)).Distinct())
        {
            foreach (var file in isTree ? Tree(top) : GoFiles(top))
            {
                if (!found.ContainsKey(file) && Read(file) is { Count: > 0 } lines)
                {
                    found.Add(file, lines);
                }
            }
        }

        return new Directives([.. found.Keys], [.. found.SelectMany(f => f.Value.Prepend(f.Key))]);
    }

    private static (string Top, bool IsTree) Place(string directory, string pattern)
    {
        if (
            !(
                pattern.StartsWith("./", StringComparison.Ordinal)
                || pattern.StartsWith("../", StringComparison.Ordinal)
                || pattern is "." or ".."
            )
        )
        {
            return (directory, true);
        }

        var dots = pattern.IndexOf("...", StringComparison.Ordinal);
        var head = dots < 0 ? pattern : pattern[..(pattern.LastIndexOf('/', dots) + 1)];
        return (Path.TrimEndingDirectorySeparator(Path.GetFullPath(head, directory)), dots >= 0);
    }

    // Which directories `...` leaves out: go help packages.
    private static IEnumerable<string> Tree(string top)
    {
        var open = new Stack<string>([top]);
        while (open.TryPop(out var directory))
        {
            foreach (var file in GoFiles(directory))
            {
                yield return file;
            }

            foreach (var below in Directories(directory))
            {
                var name = Path.GetFileName(below);
                if (name[0] is not ('.' or '_') && name is not ("testdata" or "vendor") && !File.Exists(Path.Combine(below, "go.mod")))
                {
                    open.Push(below);
                }
            }
        }
    }

    // `...` does not follow links either.
    private static IEnumerable<string> Directories(string directory) =>
        Directory.Exists(directory)
            ? Directory.EnumerateDirectories(directory, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })
            : [];

    private static IEnumerable<string> GoFiles(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.go").Order(StringComparer.Ordinal) : [];

    private static List<string> Read(string file)
    {
        var lines = new List<string>();
        if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 and <= MostBytes })
        {
            return lines;
        }

        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal) && line.Length > Mark.Length && line[Mark.Length] is (' ' or '\t'))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
