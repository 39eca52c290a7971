namespace GoToolchain.Locating;

/// <summary>
/// Resolves every link in a path, as <c>realpath</c> does. It remembers what it resolved, for candidates share most of their parents; so one
/// resolver serves one look at the machine.
/// </summary>
internal sealed class LinkResolver
{
    // As in Linux (path_resolution(7)).
    private const int MostLinks = 40;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>The path without links. What does not exist, or may not be looked at, is not a link.</summary>
    /// <param name="path">Absolute.</param>
    /// <returns>Null when its links lead in a circle.</returns>
    public string? Resolve(string path)
    {
        if (!_known.TryGetValue(path, out var resolved))
        {
            resolved =
                Path.GetDirectoryName(path) is { Length: > 0 } parent && !HasDots(path)
                    ? Resolve(parent) is { } directory
                        ? Step(directory, Path.GetFileName(path), MostLinks)
                        : null
                    : Walk(Path.GetPathRoot(path) ?? "", path, MostLinks);
            _known[path] = resolved;
        }

        return resolved;
    }

    private static bool HasDots(string path) =>
        (path.Contains("/.", StringComparison.Ordinal) || path.Contains("\\.", StringComparison.Ordinal))
        && path.Split('/', Path.DirectorySeparatorChar).Any(step => step is "." or "..");

    // `..` is a step up from where the links have led, so it cannot be taken out of the text beforehand.
    private string? Walk(string from, string path, int linksLeft)
    {
        var start = Path.GetPathRoot(path) ?? "";
        string? current = start.Length > 0 ? start : from;
        foreach (var step in path[start.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            current = step switch
            {
                "" or "." => current,
                ".." => Path.GetDirectoryName(current) ?? current,
                _ => Step(current, step, linksLeft),
            };

            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    private string? Step(string directory, string name, int linksLeft)
    {
        var path = Path.Join(directory, name);
        if (_known.TryGetValue(path, out var resolved))
        {
            return resolved;
        }

        if (new FileInfo(path).LinkTarget is not { } target)
        {
            resolved = path;
        }
        else if (linksLeft > 0)
        {
            resolved = Walk(directory, target, linksLeft - 1);
        }

        _known[path] = resolved;
        return resolved;
    }
}
