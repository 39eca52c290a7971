namespace GoToolchain.Inspection;

/// <summary>The directories <c>pkg/tool/GOOS_GOARCH</c> of a GOROOT, one for each platform whose tools it holds.</summary>
internal static class ToolDirectory
{
    // No Go has more platforms than this; a directory with more entries is not looked through to its end.
    private const int MostEntries = 100;

    /// <summary>The platforms for which there are tools, ordered by name; empty when there is no tool directory.</summary>
    /// <param name="root">GOROOT.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    /// <exception cref="IOException">It cannot be listed.</exception>
    public static List<GoPlatform> Find(string root)
    {
        var found = new List<GoPlatform>(1);
        var directory = Path.Combine(root, "pkg", "tool");
        if (FileFacts.Of(directory).Kind != FileKind.Directory)
        {
            return found;
        }

        var entries = 0;
        foreach (var entry in Directory.EnumerateDirectories(directory))
        {
            if (++entries > MostEntries)
            {
                break;
            }

            if (GoPlatform.TryParse(Path.GetFileName(entry), out var platform))
            {
                found.Add(platform);
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
        return found;
    }
}
