using GoToolchain.Environments.StartFiles;
using GoToolchain.Inspection;
using GoToolchain.Locating;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Journal;
using GoToolchain.Store;
using GoToolchain.Store.Links;

namespace GoToolchain.Recovery;

/// <summary>Finds out which GOROOT is gone: everything on this machine that leads to one which is not there.</summary>
/// <param name="host">The machine.</param>
/// <param name="layout">The store.</param>
internal sealed class GoneTrees(HostMachine host, StoreLayout layout)
{
    /// <summary>Finds them: each once, what matters most first.</summary>
    /// <param name="candidates">Every Go on the machine, gone ones too.</param>
    public IReadOnlyList<GoneTree> Find(IEnumerable<GoCandidate> candidates) =>
        [
            .. Candidates(candidates)
                .Concat(SearchPath())
                .Concat(Links())
                .Concat(StartFiles())
                .Concat(Adopted())
                .Concat(Receipts())
                .Concat(Interrupted())
                .Where(g => Path.IsPathFullyQualified(g.Root) && FileFacts.Of(g.Root).Kind is FileKind.Missing or FileKind.DanglingLink)
                .DistinctBy(g => g.Root),
        ];

    private static IEnumerable<GoneTree> Candidates(IEnumerable<GoCandidate> candidates)
    {
        foreach (var candidate in candidates.Where(c => c.Verdict is GoVerdict.Missing or GoVerdict.DanglingLink))
        {
            var witness = candidate.Origins[0] == GoOrigin.GoRootVariable ? "GOROOT in the environment" : $"the link {candidate.Root}";
            yield return new GoneTree(Behind(candidate.Root), witness);
        }
    }

    // `PATH=$GOROOT/bin:$PATH`
    private IEnumerable<GoneTree> SearchPath() =>
        host
            .SearchPath.Select(Path.TrimEndingDirectorySeparator)
            .Where(d => Path.GetFileName(d) == "bin" && IsNamedGo(Path.GetDirectoryName(d)!))
            .Select(d => new GoneTree(Behind(Path.GetDirectoryName(d)!), "PATH"));

    private IEnumerable<GoneTree> Links() =>
        new LinkRegistry(layout)
            .All()
            .Where(r => new FileInfo(r.Path).LinkTarget is not null)
            .Select(r => new GoneTree(Behind(r.Path), $"the link {r.Path}"));

    private IEnumerable<GoneTree> StartFiles() =>
        StartFileSurvey
            .Read(host)
            .Settings.Where(s => s is { Name: "GOROOT", Value.Length: > 0 })
            .Select(s => new GoneTree(Path.TrimEndingDirectorySeparator(Behind(s.Value!)), s.Place));

    private IEnumerable<GoneTree> Adopted() => new AdoptedTrees(layout).All().Select(a => new GoneTree(a.Root, "its adopted state"));

    private IEnumerable<GoneTree> Receipts() =>
        Directory.Exists(layout.Receipts)
            ? Directory
                .GetFiles(layout.Receipts, "*.json")
                .Select(f => new GoneTree(layout.Toolchain(Path.GetFileNameWithoutExtension(f)), "its receipt"))
            : [];

    private IEnumerable<GoneTree> Interrupted()
    {
        var journals = new RepairJournals(layout);
        return journals
            .Keys()
            .Select(journals.Find)
            .OfType<(RepairJournal Journal, Manifest)>()
            .Select(j => new GoneTree(j.Journal.Root, "a repair that was interrupted"));
    }

    // Where links lead, even when nothing is there; of a `bin/go` the tree around it.
    private static string Behind(string path)
    {
        var root = Path.IsPathFullyQualified(path) ? new LinkResolver().Resolve(path) ?? path : path;
        return Path.GetFileNameWithoutExtension(root) == "go" && Path.GetFileName(Path.GetDirectoryName(root)) == "bin"
            ? Path.GetDirectoryName(Path.GetDirectoryName(root)!)!
            : root;
    }

    // A `bin` that is gone may have belonged to anything.
    private static bool IsNamedGo(string root) =>
        Path.GetFileName(root) is { } name
        && name.StartsWith("go", StringComparison.OrdinalIgnoreCase)
        && (name.Length == 2 || !char.IsAsciiLetter(name[2]) || name.StartsWith("goroot", StringComparison.OrdinalIgnoreCase));
}
