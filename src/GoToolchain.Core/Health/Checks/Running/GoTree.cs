using GoToolchain.Health.Checks.Running.Processes;
using GoToolchain.Locating;

namespace GoToolchain.Health.Checks.Running;

/// <summary>The tree that is examined, as the messages of its programs speak of it.</summary>
internal sealed class GoTree
{
    private readonly GoCandidate _subject;

    private GoTree(HealthContext context)
    {
        _subject = context.Subject ?? throw new InvalidOperationException("There is no Go to run.");
        Host = context.Host;
        Reference = new TreeReference(context, _subject);
    }

    /// <summary>The machine.</summary>
    public HostMachine Host { get; }

    /// <summary>GOROOT: absolute.</summary>
    public string Root => _subject.Root;

    /// <summary>The version in its VERSION file; null when there is none.</summary>
    public GoVersion? Version => _subject.Version;

    /// <summary>The platform of its tools.</summary>
    public GoPlatform Platform => _subject.Platform ?? Host.Platform;

    /// <summary>What an intact tree of this version holds, where that is known.</summary>
    public TreeReference Reference { get; }

    /// <summary>Go and its version: the subject of a sentence.</summary>
    public string Name => Version is null ? "this Go" : $"Go {Version}";

    /// <summary>How to get an intact one: a sentence.</summary>
    public string InstallAgain =>
        Version is null
            ? "Install this Go again."
            : $"Install Go {Version} again, into an empty directory (`gotoolchain install {Version}`).";

    /// <summary>The tree of an examination.</summary>
    /// <param name="context">The examination.</param>
    public static GoTree Of(HealthContext context) => context.Share(c => new GoTree(c));

    /// <summary>The file of a tool: absolute.</summary>
    /// <param name="name">For example <c>compile</c>.</param>
    public string Tool(string name) =>
        Path.Combine(Root, "pkg", "tool", $"{Platform.Os}_{Platform.Arch}", name + Platform.ExecutableSuffix);

    /// <summary>A path that a program printed.</summary>
    /// <param name="printed">Absolute, or relative to where it ran.</param>
    /// <param name="result">The run.</param>
    public string Resolve(string printed, ProcessResult result) =>
        Path.GetFullPath(printed.Replace("$GOROOT", Root, StringComparison.Ordinal), result.Directory);

    /// <summary>Whether a path leads to this tree, whatever links are on the way.</summary>
    /// <param name="path">Absolute.</param>
    public bool Is(string path) => LeadsTo(path, Root);

    /// <summary>Whether two paths lead to the same place.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="place">Absolute.</param>
    public static bool LeadsTo(string path, string place)
    {
        var links = new LinkResolver();
        return Path.IsPathFullyQualified(path) && links.Resolve(Path.GetFullPath(path)) == links.Resolve(Path.GetFullPath(place));
    }

    /// <summary>The path inside the tree, with <c>/</c>.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>Null when it is not in the tree.</returns>
    public string? Inside(string file) => Inside(_subject.Root, file) ?? Inside(_subject.ResolvedRoot, file);

    /// <summary>The path for people: inside the tree where it is, else whole.</summary>
    /// <param name="file">Absolute.</param>
    public string Shorten(string file) => Inside(file) ?? file;

    private static string? Inside(string root, string file)
    {
        var relative = Path.GetRelativePath(root, file);
        return
            Path.IsPathRooted(relative)
            || relative == ".."
            || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? null
            : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
