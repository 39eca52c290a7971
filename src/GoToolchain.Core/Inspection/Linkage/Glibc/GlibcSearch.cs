using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage.Glibc;

/// <summary>
/// The rules of the GNU loader: ld.so(8), "Dynamic Linker", and glibc's elf/dl-load.c, <c>_dl_map_object</c>. The subdirectories for single
/// processor features, which glibc dropped with 2.37 (<c>tls</c>, <c>haswell</c>, …), are not searched.
/// </summary>
internal sealed class GlibcSearch : LibrarySearch
{
    private readonly GlibcEnvironment _environment;
    private readonly LoadedObject _main;
    private readonly Dictionary<string, string[]> _levels = new(StringComparer.Ordinal);

    public GlibcSearch(ElfProbe probe, GlibcEnvironment environment, LoadedObject main)
        : base(probe, main.Links.Machine) => (_environment, _main) = (environment, main);

    public override bool KnowsBySoname => true;

    public override bool ChecksVersions => true;

    public override IReadOnlyList<PathEntry> LibraryPath => _environment.LibraryPath;

    public override IReadOnlyList<PathEntry> Split(string? list, LoadedObject owner) => _environment.Split(list, owner.Origin);

    public override string? Expand(string text, LoadedObject requester) => _environment.Expand(text, requester.Origin);

    protected override string? Absolute(string path) => _environment.Absolute(path);

    protected override IEnumerable<string> Candidates(LibrarySearchPlace place, string name, LoadedObject requester)
    {
        if (place.Origin == LibraryOrigin.Cache)
        {
            return _environment.FindInCache(name) is { } cached && !(requester.Links.IsWithoutDefaults && _environment.IsInDefaults(cached))
                ? [_environment.Host.Rooted(cached)]
                : [];
        }

        return LevelsIn(place.Place).Select(directory => Path.Join(directory, name));
    }

    protected override IEnumerable<LibrarySearchPlace> ListPlaces(LoadedObject requester)
    {
        // A file with DT_RUNPATH does not profit from any DT_RPATH, not even from that of the program.
        if (requester.Links.RunPath is null)
        {
            var sawMain = false;
            for (var at = requester; at is not null; at = at.Requester)
            {
                sawMain |= at == _main;
                foreach (var place in PlacesOf(at.Links.RPath, at, LibraryOrigin.RPath))
                {
                    yield return place;
                }
            }

            foreach (var place in sawMain ? [] : PlacesOf(_main.Links.RPath, _main, LibraryOrigin.RPath))
            {
                yield return place;
            }
        }

        foreach (var entry in _environment.LibraryPath)
        {
            if (entry.Directory is { } directory)
            {
                yield return Place(directory, LibraryOrigin.LibraryPath);
            }
        }

        foreach (var place in PlacesOf(requester.Links.RunPath, requester, LibraryOrigin.RunPath))
        {
            yield return place;
        }

        yield return new LibrarySearchPlace(_environment.CacheFile, LibraryOrigin.Cache, _environment.HasCache);
        foreach (var directory in requester.Links.IsWithoutDefaults ? [] : _environment.DefaultDirectories)
        {
            yield return Place(_environment.Host.Rooted(directory), LibraryOrigin.DefaultDirectory);
        }
    }

    private IEnumerable<LibrarySearchPlace> PlacesOf(string? list, LoadedObject owner, LibraryOrigin origin) =>
        Split(list, owner).Where(entry => entry.Directory is not null).Select(entry => Place(entry.Directory!, origin));

    private LibrarySearchPlace Place(string directory, LibraryOrigin origin) => new(directory, origin, LevelsIn(directory).Length > 0);

    private string[] LevelsIn(string directory)
    {
        if (!_levels.TryGetValue(directory, out var levels))
        {
            var wanted = Path.Join(directory, "glibc-hwcaps");
            levels =
                !Directory.Exists(directory) ? []
                : !Directory.Exists(wanted) ? [directory]
                : [.. _environment.Levels.Select(l => Path.Join(wanted, l)).Where(Directory.Exists), directory];
            _levels[directory] = levels;
        }

        return levels;
    }
}
