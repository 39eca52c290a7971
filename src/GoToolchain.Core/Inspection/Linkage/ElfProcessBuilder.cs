using GoToolchain.Inspection.Linkage.Elf;
using GoToolchain.Inspection.Linkage.Glibc;
using GoToolchain.Inspection.Linkage.Musl;
using GoToolchain.Locating;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Does what a loader does before the program begins: finds every library, breadth first, each once.</summary>
internal sealed class ElfProcessBuilder
{
    private const int MostObjects = 2000;
    private const int MostNeeds = 20_000;

    private readonly HostMachine _host;
    private readonly ElfProbe _probe = new();
    private readonly LinkResolver _links = new();
    private readonly LoaderChoice _loader;
    private readonly LoadedObject _main;
    private readonly LoadedObject? _loaderObject;
    private readonly LibrarySearch _search;
    private readonly List<LoadedObject> _objects = [];
    private readonly HashSet<LoadedObject> _listed = [];
    private readonly Dictionary<string, LoadedObject> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedObject> _byFile = new(StringComparer.Ordinal);
    private readonly bool _isSecure;
    private int _needs;
    private bool _isCutShort;

    private ElfProcessBuilder(HostMachine host, string file, ElfLinks links, LinkageOptions options)
    {
        _host = host;
        _isSecure = IsSetId(file);
        // The kernel knows a program by its real path; a library is known by the path under which it was opened.
        var origin = Path.GetDirectoryName(links.Interpreter is null ? file : _links.Resolve(file) ?? file)!;
        _main = new LoadedObject(ToFile(file, file, LibraryOrigin.Path, links), links, null) { Origin = origin };
        _loader = LoaderChoice.Of(host, _probe, links);
        _search = CreateSearch(options);
        Enlist(_main);
        List(_main);
        if (_loader is { IsUsable: true, Path: { } path, Written: { } written })
        {
            var found = _loader.Found.Links!;
            _loaderObject = new LoadedObject(ToFile(written, path, LibraryOrigin.Loader, found), found, null)
            {
                Origin = Path.GetDirectoryName(path)!,
            };
            Enlist(_loaderObject);
        }
    }

    /// <summary>Builds it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="file">Absolute.</param>
    /// <param name="links">What its headers say.</param>
    /// <param name="options">Options.</param>
    public static ElfProcess Build(HostMachine host, string file, ElfLinks links, LinkageOptions options) =>
        new ElfProcessBuilder(host, file, links, options).Build();

    private ElfProcess Build()
    {
        var isDynamic = _main.Links.IsDynamic && (_main.Links.Interpreter is not null || !_main.Links.IsProgram);
        List<(LibraryNeed, string)> preloads = isDynamic ? [.. Preload()] : [];
        for (var i = 0; isDynamic && i < _objects.Count; i++)
        {
            _objects[i].File.Needs = LoadNeeds(_objects[i]);
        }

        if (isDynamic && _loaderObject is not null)
        {
            List(_loaderObject);
        }

        return new ElfProcess
        {
            Host = _host,
            Main = _main,
            Objects = _objects,
            Loader = _loader,
            Search = _search,
            Preloads = preloads,
            IsSecure = _isSecure,
            IsCutShort = _isCutShort || _search.IsCutShort || _objects.Exists(o => o.Links.IsCutShort),
        };
    }

    private LibrarySearch CreateSearch(LinkageOptions options)
    {
        var arch = _main.Links.Machine.Arch;
        if (_loader.CLibrary == CLibrary.Musl)
        {
            var name = MuslAbi.NameOf(_loader.Written ?? "") ?? MuslAbi.Name(arch) ?? "";
            return new MuslSearch(_probe, _host, _main, name, _isSecure, options);
        }

        var environment = new GlibcEnvironment(_host, arch, _loader.Program, _main.Origin, _isSecure, options);
        return new GlibcSearch(_probe, environment, _main);
    }

    private IEnumerable<(LibraryNeed Need, string SaidBy)> Preload()
    {
        foreach (var (name, saidBy) in PreloadList.Of(_host, _isSecure, _loader.CLibrary))
        {
            var need = new LibraryNeed { Name = name, IsOptional = true };
            Satisfy(need, _main, LibraryOrigin.Preload);
            yield return (need, saidBy);
        }
    }

    private List<LibraryNeed> LoadNeeds(LoadedObject requester)
    {
        var needs = new List<LibraryNeed>();
        var names = requester.Links.Needed.Select(n => (n, false)).Concat(requester.Links.Auxiliary.Select(n => (n, true)));
        foreach (var (name, isOptional) in names)
        {
            if (_objects.Count >= MostObjects || ++_needs > MostNeeds)
            {
                _isCutShort = true;
                break;
            }

            var need = new LibraryNeed { Name = name, IsOptional = isOptional };
            Satisfy(need, requester, null);
            needs.Add(need);
        }

        return needs;
    }

    private void Satisfy(LibraryNeed need, LoadedObject requester, LibraryOrigin? origin)
    {
        var known = _byName.GetValueOrDefault(need.Name) ?? (_search.IsLoader(need.Name) ? _loaderObject : null);
        if (known is not null)
        {
            Use(need, known, known.File.Origin);
            return;
        }

        var found = _search.Find(need.Name, requester);
        (need.Rejected, need.Searched) = (found.Rejected, found.Searched);
        if (found is not { Path: { } path, Links: { } links })
        {
            return;
        }

        // Two names for one file (a link, or the same library found again) are one library.
        var identity = _links.Resolve(path) ?? path;
        var file = _byFile.GetValueOrDefault(identity);
        if (file is null)
        {
            var newFile = ToFile(need.Name, path, origin ?? found.Origin, links);
            file = new LoadedObject(newFile, links, requester) { Origin = Path.GetDirectoryName(path)! };
            Enlist(file);
        }

        Use(need, file, origin ?? found.Origin);
    }

    private void Use(LibraryNeed need, LoadedObject file, LibraryOrigin origin)
    {
        (need.File, need.Origin) = (file.File, origin);
        file.Names.Add(need.Name);
        _byName.TryAdd(need.Name, file);
        List(file);
    }

    private void List(LoadedObject file)
    {
        if (_listed.Add(file))
        {
            _objects.Add(file);
        }
    }

    private void Enlist(LoadedObject file)
    {
        _byFile.TryAdd(_links.Resolve(file.File.Path) ?? file.File.Path, file);
        if (file != _main || file.Links.Interpreter is null)
        {
            _byName.TryAdd(file.File.Name, file);
        }

        if (_search.KnowsBySoname && file.Links.Soname is { } soname)
        {
            _byName.TryAdd(soname, file);
        }
    }

    private static LinkedFile ToFile(string name, string path, LibraryOrigin origin, ElfLinks links) =>
        new()
        {
            Name = name,
            Path = path,
            Origin = origin,
            OwnName = links.Soname,
            Arch = links.Machine.Arch,
            RPath = links.RPath,
            RunPath = links.RunPath,
        };

    private static bool IsSetId(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.SetUser | UnixFileMode.SetGroup)) != 0;
}
