using GoToolchain.Inspection;

namespace GoToolchain.Locating.Places;

/// <summary>Every <c>go</c> on <c>PATH</c>, in the order of <c>PATH</c>.</summary>
internal sealed class SearchPathPlace : IGoPlace
{
    // More hops than any system follows in one look-up.
    private const int MostLinks = 40;

    public GoOrigin Origin => GoOrigin.SearchPath;

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var resolver = new LinkResolver();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] names = host.Platform.IsWindows ? ["go.exe", "go.cmd", "go.bat"] : ["go"];
        foreach (var directory in host.SearchPath)
        {
            foreach (var name in names)
            {
                var file = Path.Join(directory, name);
                if (File.Exists(file) && seen.Add(file))
                {
                    yield return FindRoot(file, resolver) is { } root ? new GoSighting(root, file) : Explain(file);
                }
            }
        }
    }

    // One link at a time, so that `/usr/local/bin/go -> /usr/local/go/bin/go` keeps the spelling `/usr/local/go` when that is a link too.
    private static string? FindRoot(string file, LinkResolver resolver)
    {
        var hop = file;
        for (var links = 0; links < MostLinks; links++)
        {
            if (RootAround(hop) is { } root)
            {
                return root;
            }

            if (new FileInfo(hop).LinkTarget is not { } target)
            {
                break;
            }

            hop = Path.GetFullPath(target, Path.GetDirectoryName(hop)!);
        }

        return resolver.Resolve(file) is { } end ? RootAround(end) : null;
    }

    private static string? RootAround(string file)
    {
        var bin = Path.GetDirectoryName(file);
        var root = Path.GetDirectoryName(bin);
        var isCommand = Path.GetFileNameWithoutExtension(file.AsSpan()) is "go" && Path.GetFileName(bin.AsSpan()) is "bin";
        return isCommand && root is not null && GoRootShape.Is(root) ? root : null;
    }

    private static GoSighting Explain(string file)
    {
        try
        {
            var facts = FileFacts.Of(file);
            return facts.Kind == FileKind.DanglingLink
                ? new GoSighting(file, file) { Doubt = GoVerdict.DanglingLink, Reason = $"{file} is a link that leads nowhere." }
                : new GoSighting(file, file) { Doubt = GoVerdict.NotGoDistribution, Reason = ReasonFor(file, facts) };
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new GoSighting(file, file) { Doubt = GoVerdict.Unreadable, Reason = $"{file} cannot be read: {e.Message}" };
        }
    }

    private static string ReasonFor(string file, FileFacts facts)
    {
        if (new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is { Name: not ("go" or "go.exe") } target)
        {
            return $"{file} leads to {target.FullName}: a launcher, or another compiler than that of the Go distribution.";
        }

        return GoBinary.LookAtFile(file, facts).Verdict == GoVerdict.NotGoDistribution
            ? $"{file} is a script or launcher, as version managers put them on PATH; the Go it would start is not known without running it."
            : $"{file} has no GOROOT around it: another compiler than that of the Go distribution, or a copy taken out of its tree.";
    }
}
