using System.Security.Cryptography;
using System.Text;
using GoToolchain.Inspection;
using GoToolchain.Inspection.Trees;
using GoToolchain.Locating;
using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Repair;

/// <summary>A tree that is to be compared or mended, and what can be told of it however damaged it is.</summary>
/// <param name="Root">GOROOT: absolute, without links. Where a link led nowhere: where it led.</param>
/// <param name="Version">Its version; null when nothing tells it.</param>
/// <param name="Platform">Its platform.</param>
/// <param name="Toolchain">Its name in the store; null when it is not in it.</param>
internal sealed record RepairSubject(string Root, GoVersion? Version, GoPlatform Platform, string? Toolchain)
{
    /// <summary>The name under which it is locked, and its journal is kept.</summary>
    public string Key => Toolchain ?? KeyOf(Root);

    /// <summary>The name of a release of that version and platform in the store; null when the version is not known.</summary>
    public string? ReleaseName => Version is null ? null : $"{Version.ToolchainName}.{Platform.ToFileName()}";

    /// <summary>For people.</summary>
    public string Title => Version is null ? Root : $"Go {Version} in {Root}";

    /// <summary>The key of a tree that is not in the store.</summary>
    /// <param name="root">Absolute.</param>
    public static string KeyOf(string root) => "tree-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];

    /// <summary>Finds out about a tree.</summary>
    /// <param name="candidate">How it was found.</param>
    /// <param name="host">The machine.</param>
    /// <param name="layout">The store.</param>
    /// <exception cref="GoToolchainException">It is no GOROOT, but another program.</exception>
    public static RepairSubject Of(GoCandidate candidate, HostMachine host, StoreLayout layout)
    {
        if (candidate.Verdict is GoVerdict.Gccgo or GoVerdict.Launcher or GoVerdict.OtherProgram)
        {
            throw new GoToolchainException(
                GoErrorCodes.NotRepairable,
                $"{candidate.Root} is no GOROOT: {candidate.Reason}",
                candidate.Root,
                "Name the GOROOT that is to be mended."
            );
        }

        var root =
            candidate.Verdict == GoVerdict.DanglingLink
                ? new LinkResolver().Resolve(candidate.Root)
                    ?? throw new GoToolchainException(
                        GoErrorCodes.NotRepairable,
                        $"{candidate.Root} is a link in a circle, so that nothing tells where the tree was.",
                        candidate.Root,
                        "Remove the link."
                    )
                // A file in the place of a tree has a link before it as well.
                : new LinkResolver().Resolve(candidate.Root) ?? candidate.ResolvedRoot;
        return At(root, candidate.Version, candidate.Platform, host, layout);
    }

    /// <summary>Finds out about the tree of a place, whether or not anything is there.</summary>
    /// <param name="root">Absolute, without links.</param>
    /// <param name="version">What its VERSION file says; null: nothing.</param>
    /// <param name="platform">What its tools say; null: nothing.</param>
    /// <param name="host">The machine.</param>
    /// <param name="layout">The store.</param>
    public static RepairSubject At(string root, GoVersion? version, GoPlatform? platform, HostMachine host, StoreLayout layout)
    {
        root = Path.TrimEndingDirectorySeparator(root);
        var name = NameInStore(root, layout);
        if (name is not null && Parse(name) is { } stored)
        {
            return new RepairSubject(root, stored.Version, stored.Platform, name);
        }

        if (
            new AdoptedTrees(layout).Find(root) is { } adopted
            && GoVersion.TryParse(adopted.Version, out var adoptedVersion)
            && GoPlatform.TryParse(adopted.Platform, out var adoptedPlatform)
        )
        {
            return new RepairSubject(root, adoptedVersion, adoptedPlatform, name);
        }

        if (FileFacts.Of(root).Kind == FileKind.Directory)
        {
            var condition = GoRootExamination.Examine(root, host.Platform);
            // A tree without any tools says nothing of its platform, and then it is taken for this machine's.
            return new RepairSubject(root, condition.Versions.Tree ?? version ?? VersionInName(root), platform ?? condition.Platform, name);
        }

        return new RepairSubject(root, version ?? VersionInName(root), platform ?? host.Platform, name);
    }

    private static string? NameInStore(string root, StoreLayout layout)
    {
        var parent = Path.GetDirectoryName(root);
        return parent is not null && (parent == layout.Toolchains || parent == new LinkResolver().Resolve(layout.Toolchains))
            ? Path.GetFileName(root)
            : null;
    }

    // `go1.24.4.linux-amd64`
    private static (GoVersion Version, GoPlatform Platform)? Parse(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && GoVersion.TryParse(name[..dot], out var version) && GoPlatform.TryParse(name[(dot + 1)..], out var platform)
            ? (version, platform)
            : null;
    }

    // `~/sdk/go1.24.4`, `.goenv/versions/1.24.4`, `golang.org/toolchain@v0.0.1-go1.24.4.linux-amd64`; but not the line alone, as in `go-1.24`.
    private static GoVersion? VersionInName(string root)
    {
        foreach (var step in Enumerable.Reverse(root.Split('/', Path.DirectorySeparatorChar)).Take(3))
        {
            foreach (
                var word in step.Split('@', '-', '_').SelectMany(w => new[] { w, Parse(w + ".linux-amd64") is null ? TrimPlatform(w) : w })
            )
            {
                var text = word.StartsWith("go", StringComparison.Ordinal) ? word[2..] : word;
                if (text.Count(c => c == '.') == 2 && GoVersion.TryParse(text, out var version))
                {
                    return version;
                }
            }
        }

        return null;
    }

    // `go1.24.4.linux` of `go1.24.4.linux-amd64`.
    private static string TrimPlatform(string word) => word.LastIndexOf('.') is > 0 and var dot ? word[..dot] : word;
}
