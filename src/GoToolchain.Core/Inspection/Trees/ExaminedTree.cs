using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>A GOROOT that is examined, and what has been found so far.</summary>
/// <param name="root">GOROOT: absolute.</param>
/// <param name="platform">The platform that it is for.</param>
internal sealed class ExaminedTree(string root, GoPlatform platform)
{
    private readonly List<GoRootFinding> _findings = [];

    /// <summary>GOROOT: absolute.</summary>
    public string Root => root;

    /// <summary>The platform that it is for.</summary>
    public GoPlatform Platform => platform;

    /// <summary>What has been found.</summary>
    public IReadOnlyList<GoRootFinding> Findings => _findings;

    /// <summary>An absolute path.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public string this[string path] => System.IO.Path.Combine(root, path);

    /// <summary>Adds a finding.</summary>
    /// <param name="area">The part of the examination.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="path">Relative.</param>
    /// <param name="sentence">What is wrong and what comes of it: one sentence.</param>
    /// <param name="harm">How bad.</param>
    public void Add(GoRootArea area, GoRootFindingKind kind, string path, string sentence, GoRootHarm harm) =>
        _findings.Add(new GoRootFinding(area, kind, path, sentence, harm));

    /// <summary>Looks at a path. What keeps this user from looking is a finding.</summary>
    /// <param name="area">The part of the examination.</param>
    /// <param name="path">Relative.</param>
    /// <param name="harm">How bad it is when it cannot be used.</param>
    /// <returns>Null when it cannot be looked at.</returns>
    public FileFacts? Look(GoRootArea area, string path, GoRootHarm harm) =>
        Try<FileFacts?>(area, path, harm, () => FileFacts.Of(this[path]));

    /// <summary>Does something with a path. What keeps this user from reading it is a finding.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="area">The part of the examination.</param>
    /// <param name="path">Relative.</param>
    /// <param name="harm">How bad it is when it cannot be used.</param>
    /// <param name="read">What to do.</param>
    /// <returns>The default when it cannot be read.</returns>
    public T? Try<T>(GoRootArea area, string path, GoRootHarm harm, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnauthorizedAccessException)
        {
            Add(area, GoRootFindingKind.Unreadable, path, $"{path} may not be read by this user.", harm);
        }
        catch (IOException e)
        {
            Add(area, GoRootFindingKind.Unreadable, path, $"{path} cannot be read: {e.Message}", harm);
        }

        return default;
    }
}
