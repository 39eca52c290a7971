using GoToolchain.Inspection;

namespace GoToolchain.MSBuild.Diagnostics.Places;

/// <summary>The text of a small file, read to find the line that a message is about.</summary>
internal static class SourceText
{
    private const int Largest = 4 << 20;

    /// <summary>Its lines; none when it is no such file. The place is a convenience: the message itself never depends on it.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        try
        {
            // Pipes and devices have no length: they are never opened.
            return FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 and <= Largest } ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The first line that satisfies a condition, or null.</summary>
    public static FilePlace? Find(string file, Func<string, bool> condition)
    {
        var lines = Lines(file);
        for (var i = 0; i < lines.Count; i++)
        {
            if (condition(lines[i]))
            {
                return new FilePlace(file, i + 1);
            }
        }

        return null;
    }

    /// <summary>The Go files of a directory, in order.</summary>
    public static IReadOnlyList<string> GoFiles(string directory)
    {
        try
        {
            return System.IO.Directory.Exists(directory)
                ? [.. System.IO.Directory.EnumerateFiles(directory, "*.go").Take(1000).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
