using GoToolchain.Inspection;

namespace GoToolchain.Locating;

/// <summary>How places look at directories that may or may not exist.</summary>
internal static class PlaceDirectory
{
    /// <summary>The directory, when there is one, or a link that leads nowhere, or nobody lets us see.</summary>
    /// <param name="path">Absolute.</param>
    public static IEnumerable<GoSighting> IfThere(string path)
    {
        if (IsThere(path))
        {
            yield return new GoSighting(path, path);
        }
    }

    /// <summary>The subdirectories, and links in the place of one, ordered by name.</summary>
    /// <param name="directory">Absolute. When it does not exist, there are none.</param>
    /// <param name="isWanted">By name.</param>
    /// <param name="toSighting">What to say about one.</param>
    public static IEnumerable<GoSighting> Children(string directory, Func<string, bool> isWanted, Func<string, GoSighting> toSighting)
    {
        var children = new List<string>();
        GoSighting? obstacle = null;
        try
        {
            if (Directory.Exists(directory))
            {
                foreach (var entry in Directory.EnumerateFileSystemEntries(directory))
                {
                    if (isWanted(Path.GetFileName(entry)) && IsThere(entry))
                    {
                        children.Add(entry);
                    }
                }
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            obstacle = new GoSighting(directory, directory)
            {
                Doubt = GoVerdict.Unreadable,
                Reason = $"{directory} cannot be listed: {e.Message}",
            };
        }

        children.Sort(StringComparer.Ordinal);
        var sightings = children.Select(toSighting);
        return obstacle is null ? sightings : sightings.Append(obstacle);
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
