namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>What the GNU loader takes from the machine: its variables, its cache, its built-in directories, the processor.</summary>
internal sealed class GlibcEnvironment
{
    private readonly Lazy<LdSoCache?> _cache;
    private readonly Lazy<IReadOnlyList<string>> _levels;
    private readonly string? _workingDirectory;
    private readonly string? _arch;

    /// <summary>Looks at the machine.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="arch">GOARCH of the process.</param>
    /// <param name="loader">The file of the loader; null: there is none on this machine.</param>
    /// <param name="origin">The directory of the program, for <c>$ORIGIN</c> in LD_LIBRARY_PATH.</param>
    /// <param name="isSecure">The program is setuid or setgid: LD_LIBRARY_PATH does not count.</param>
    /// <param name="options">Options.</param>
    public GlibcEnvironment(HostMachine host, string? arch, LoaderProgram? loader, string origin, bool isSecure, LinkageOptions options)
    {
        (Host, _arch, _workingDirectory) = (host, arch, options.WorkingDirectory);
        DefaultDirectories = loader is { Directories.Count: > 0 } ? loader.Directories : GlibcAbi.UsualDirectories(arch);
        CacheFile = host.Rooted(loader?.Cache ?? "/etc/ld.so.cache");
        _cache = new Lazy<LdSoCache?>(() => LdSoCache.Read(CacheFile));
        _levels = new Lazy<IReadOnlyList<string>>(() => HardwareLevels.Of(host, arch));
        LibraryPath = isSecure ? [] : Split(host.GetVariable("LD_LIBRARY_PATH"), origin, orSemicolon: true);
    }

    /// <summary>The machine.</summary>
    public HostMachine Host { get; }

    /// <summary>The entries of LD_LIBRARY_PATH.</summary>
    public IReadOnlyList<PathEntry> LibraryPath { get; }

    /// <summary>The built-in directories, each with a slash at the end.</summary>
    public IReadOnlyList<string> DefaultDirectories { get; }

    /// <summary>Where the cache is: absolute.</summary>
    public string CacheFile { get; }

    /// <summary>There is a cache that can be read.</summary>
    public bool HasCache => _cache.Value is not null;

    /// <summary>The hardware levels of the processor, best first.</summary>
    public IReadOnlyList<string> Levels => _levels.Value;

    /// <summary>What the cache has for a name.</summary>
    public string? FindInCache(string name) => _cache.Value?.Find(name, GlibcAbi.CacheFlags(_arch), Levels);

    /// <summary>Whether a file of the cache is in a built-in directory (DF_1_NODEFLIB).</summary>
    public bool IsInDefaults(string cached) => DefaultDirectories.Any(d => cached.StartsWith(d, StringComparison.Ordinal));

    /// <summary>The entries of a list of directories.</summary>
    /// <param name="list">Separated by colons; null: none.</param>
    /// <param name="origin">What <c>$ORIGIN</c> stands for.</param>
    /// <param name="orSemicolon">Semicolons separate as well: in LD_LIBRARY_PATH they do.</param>
    public IReadOnlyList<PathEntry> Split(string? list, string origin, bool orSemicolon = false) =>
        list is null or "" ? [] : [.. (orSemicolon ? list.Split(':', ';') : list.Split(':')).Select(text => ToEntry(text, origin))];

    /// <summary>Makes a path absolute; null when that depends on a current directory that is not known.</summary>
    public string? Absolute(string path) =>
        path.StartsWith('/') ? path
        : _workingDirectory is null ? null
        : Path.Join(_workingDirectory, path);

    /// <summary>Replaces <c>$ORIGIN</c>, <c>$LIB</c> and <c>$PLATFORM</c>, each also in braces (elf/dl-load.c, <c>_dl_dst_substitute</c>).</summary>
    public string Expand(string text, string origin) =>
        !text.Contains('$', StringComparison.Ordinal)
            ? text
            : DynamicTokens.Expand(
                text,
                token =>
                    token switch
                    {
                        "ORIGIN" => origin,
                        // The directory of the loader's own libraries below / is what it was configured with as $LIB.
                        "LIB" => DefaultDirectories[0].Trim('/'),
                        "PLATFORM" => GlibcAbi.Platform(_arch),
                        _ => null,
                    }
            );

    private PathEntry ToEntry(string text, string origin)
    {
        var path = Expand(text, origin);
        return path.StartsWith('/')
            ? new PathEntry(text, path, IsRelative: false)
            : new PathEntry(text, _workingDirectory is null ? null : Path.Join(_workingDirectory, path), IsRelative: true);
    }
}
