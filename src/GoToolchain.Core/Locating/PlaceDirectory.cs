using System.IO.Enumeration;
using GoToolchain.Inspection;

namespace GoToolchain.Locating;

/// <summary>Says whether a name is one that a place wants.</summary>
/// <param name="name">Of a directory, without its parent.</param>
internal delegate bool NameFilter(ReadOnlySpan<char> name);

/// <summary>How places look at directories that may or may not exist.</summary>
internal static class PlaceDirectory
{
    // Far above any real directory of these kinds; one that has more is not looked through to its end.
    private const int MostEntries = 20_000;
    private const int MostChildren = 500;

    // Names that begin with a dot are hidden for .NET, and hidden names are left out by default.
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Whatever is in a place of which only one thing is to be expected: a directory, even an empty one, or what stands in its way.</summary>
    /// <param name="path">Absolute.</param>
    public static IEnumerable<GoSighting> IfThere(string path)
    {
        if (IsThere(path) || File.Exists(path))
        {
            yield return new GoSighting(path, path);
        }
    }

    /// <summary>One GOROOT for each subdirectory.</summary>
    /// <param name="directory">Absolute. When it does not exist, there are none.</param>
    /// <param name="isWanted">By name.</param>
    /// <param name="inner">Where the GOROOT is in the subdirectory; empty: it is the subdirectory.</param>
    public static IEnumerable<GoSighting> Children(string directory, NameFilter isWanted, string inner = "") =>
        Children(directory, isWanted, child => ToSighting(inner.Length == 0 ? child : Path.Join(child, inner)));

    /// <summary>The subdirectories, and after them the links in the place of one, each ordered by name.</summary>
    /// <param name="directory">Absolute. When it does not exist, there are none.</param>
    /// <param name="isWanted">By name.</param>
    /// <param name="toSighting">What to say about one; null: nothing.</param>
    public static IEnumerable<GoSighting> Children(string directory, NameFilter isWanted, Func<string, GoSighting?> toSighting)
    {
        var sightings = new List<GoSighting>();
        var children = List(directory, isWanted, out var problem);
        foreach (var child in children)
        {
            if (toSighting(child) is { } sighting)
            {
                sightings.Add(sighting);
            }
        }

        if (problem is not null)
        {
            sightings.Add(
                new GoSighting(directory, directory) { Doubt = GoVerdict.Unreadable, Reason = $"{directory} cannot be listed: {problem}" }
            );
        }

        return sightings;
    }

    /// <summary>The same, without saying anything about them.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="isWanted">By name.</param>
    /// <param name="problem">Why it cannot be listed; null when it can, or does not exist.</param>
    public static List<string> List(string directory, NameFilter isWanted, out string? problem)
    {
        var children = new List<(bool IsLink, string Path)>();
        problem = null;
        try
        {
            if (Directory.Exists(directory))
            {
                Fill(children, directory, isWanted);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            problem = e.Message;
        }

        // A manager's links (`latest`, `1.22`) lead to its own directories, which are to be named as they are.
        children.Sort(static (a, b) => a.IsLink == b.IsLink ? string.CompareOrdinal(a.Path, b.Path) : a.IsLink.CompareTo(b.IsLink));
        return children.ConvertAll(child => child.Path);
    }

    /// <summary>The words for a directory, as a place that knows no more.</summary>
    /// <param name="path">Absolute.</param>
    public static GoSighting ToSighting(string path) => new(path, path);

    private static void Fill(List<(bool IsLink, string Path)> children, string directory, NameFilter isWanted)
    {
        var seen = 0;
        var entries = new FileSystemEnumerable<(bool IsLink, bool IsDirectory, string Path)>(
            directory,
            static (ref entry) => (entry.Attributes.HasFlag(FileAttributes.ReparsePoint), entry.IsDirectory, entry.ToFullPath()),
            s_everything
        )
        {
            ShouldIncludePredicate = (ref entry) => ++seen > MostEntries || isWanted(entry.FileName),
        };
        foreach (var (isLink, isDirectory, path) in entries)
        {
            if (seen > MostEntries || children.Count >= MostChildren)
            {
                break;
            }

            if (isLink ? IsThere(path) : isDirectory)
            {
                children.Add((isLink, path));
            }
        }
    }

    private static bool IsThere(string path)
    {
        try
        {
            return FileFacts.Of(path).Kind is FileKind.Directory or FileKind.DanglingLink;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Whether something is there cannot be told; the inspector says why.
            return true;
        }
    }
}
