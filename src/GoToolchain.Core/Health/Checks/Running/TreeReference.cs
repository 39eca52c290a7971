using GoToolchain.Inspection;
using GoToolchain.Inspection.Rules;
using GoToolchain.Store;

namespace GoToolchain.Health.Checks.Running;

/// <summary>
/// What an intact tree of the same version and platform holds: from the manifest in the store, else
/// from another tree on this machine, else from the table of releases.
/// </summary>
internal sealed class TreeReference
{
    private readonly Lazy<HashSet<string>?> _listed;
    private readonly string? _sibling;
    private readonly LibraryExpectation? _library;

    /// <summary>Looks for one.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="subject">The tree.</param>
    public TreeReference(HealthContext context, GoCandidate subject)
    {
        var manifest = ManifestOf(context, subject);
        _listed = new Lazy<HashSet<string>?>(() =>
            manifest is null || Manifest.Read(manifest) is not { } read ? null : [.. read.Entries.Select(e => e.Path)]
        );
        _library = GoLines.MinorOf(subject.Version) is null ? null : new LibraryExpectation(StandardLibrary.Instance, subject.Version!);
        _sibling = context
            .Survey.Candidates.Select(c => c.Candidate)
            .FirstOrDefault(c =>
                c.Verdict == GoVerdict.Usable
                && c.ResolvedRoot != subject.ResolvedRoot
                && c.Platform == (subject.Platform ?? context.Host.Platform)
                && c.Version is { } version
                && version.Text == subject.Version?.Text
            )
            ?.Root;
    }

    /// <summary>The manifest of that version, if the store has one.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="subject">The tree.</param>
    /// <returns>Absolute; null when there is none.</returns>
    public static string? ManifestOf(HealthContext context, GoCandidate subject)
    {
        if (subject.Version is not { } version)
        {
            return null;
        }

        var name = $"{version.ToolchainName}.{(subject.Platform ?? context.Host.Platform).ToFileName()}";
        var file = new StoreLayout(context.Settings.Store).Manifest(name);
        return FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 } ? file : null;
    }

    /// <summary>Whether an intact tree has a file.</summary>
    /// <param name="path">Relative to GOROOT, with <c>/</c>.</param>
    /// <returns>Null when nothing is known of it.</returns>
    public bool? Has(string path) =>
        _listed.Value is { } listed ? listed.Contains(path)
        : _sibling is not null ? FileFacts.Of(Path.Combine(_sibling, path)).Kind != FileKind.Missing
        : IsInLibrary(path);

    /// <summary>The files that an intact tree surely has directly in a directory.</summary>
    /// <param name="directory">Relative to GOROOT, with <c>/</c>.</param>
    /// <returns>Null when nothing is known of such a tree.</returns>
    public IReadOnlyList<string>? FilesIn(string directory)
    {
        if (_listed.Value is { } listed)
        {
            return [.. listed.Where(f => Path.GetDirectoryName(f)?.Replace('\\', '/') == directory)];
        }

        var sibling = _sibling is null ? null : new DirectoryInfo(Path.Combine(_sibling, directory));
        return sibling is { Exists: true }
            ? [.. sibling.EnumerateFiles().Select(f => $"{directory}/{f.Name}")]
            : PackageOf(directory)?.Files.Where(f => _library!.Requires(f.Trees)).Select(f => $"{directory}/{f.Name}").ToList();
    }

    // From the table of releases: a file of the standard library, but for its tests.
    private bool? IsInLibrary(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 || path.EndsWith("_test.go", StringComparison.Ordinal) || PackageOf(path[..slash]) is not { } package ? null
            : package.Find(path[(slash + 1)..]) is not { } file
                // In no release that was looked at.
                ? (_library!.IsExact ? false : null)
            : _library!.Requires(file.Trees) ? true
            : _library.Excludes(file.Trees) && !_library.IsDoubtful(file.Trees) ? false
            : null;
    }

    private LibraryPackage? PackageOf(string directory)
    {
        if (_library is null || !directory.StartsWith("src/", StringComparison.Ordinal))
        {
            return null;
        }

        LibraryDirectory? found = StandardLibrary.Instance.Root;
        foreach (var part in directory.Split('/').Skip(1))
        {
            found = found?.Find(part);
        }

        return found?.Package;
    }
}
