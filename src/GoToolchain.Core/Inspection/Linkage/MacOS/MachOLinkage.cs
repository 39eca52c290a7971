using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Linkage.Diagnoses;

namespace GoToolchain.Inspection.Linkage.MacOS;

/// <summary>
/// The dylibs of a macOS program or library, recursively; see dyld(1): DYLD_LIBRARY_PATH, then the path in the file with <c>@executable_path</c>,
/// <c>@loader_path</c> and <c>@rpath</c> replaced. What macOS itself brings is in dyld's cache, and since macOS 11 no file.
/// </summary>
internal sealed class MachOLinkage
{
    private const int MostFiles = 1000;
    private const int MostRunPaths = 1000;

    private readonly HostMachine _host;
    private readonly string _programDirectory;
    private readonly string[] _libraryPath;
    private readonly List<LinkedFile> _files = [];
    private readonly Dictionary<string, LinkedFile> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<LinkedFile, (MachOLinks Links, LinkedFile? Requester)> _links = [];
    private bool _isCutShort;

    private MachOLinkage(HostMachine host, string file)
    {
        _host = host;
        _programDirectory = Path.GetDirectoryName(file)!;
        _libraryPath = (host.GetVariable("DYLD_LIBRARY_PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="BinaryDamageException">The headers lie.</exception>
    public static LinkageReport Read(string file, ByteSource source, HostMachine host) =>
        new MachOLinkage(host, file).Read(file, MachOLinksReader.Read(source, host.Platform.Arch));

    private LinkageReport Read(string file, MachOLinks links)
    {
        var main = Add(Path.GetFileName(file), file, LibraryOrigin.Path, links, null);
        for (var i = 0; i < _files.Count; i++)
        {
            var current = _files[i];
            current.Needs = [.. _links[current].Links.Libraries.Select(l => Resolve(l.Name, l.IsWeak, current, links.Arch))];
        }

        return new LinkageReport
        {
            File = main,
            Format = ExecutableFormat.MachO,
            IsProgram = links.IsProgram,
            IsDynamic = links.Libraries.Count > 0,
            CLibrary = links.Libraries.Count > 0 ? CLibrary.Other : CLibrary.None,
            Interpreter = links.Interpreter,
            Files = _files,
            Findings = [.. Findings(main)],
            IsCutShort = _isCutShort,
        };
    }

    private LinkedFile Add(string name, string path, LibraryOrigin origin, MachOLinks links, LinkedFile? requester)
    {
        var file = new LinkedFile
        {
            Name = name,
            Path = path,
            Origin = origin,
            OwnName = links.OwnName,
            Arch = links.Arch,
            RunPath = links.RunPaths.Count > 0 ? string.Join(':', links.RunPaths) : null,
        };
        _files.Add(file);
        _byPath[path] = file;
        _links[file] = (links, requester);
        _isCutShort |= links.IsCutShort;
        return file;
    }

    private LibraryNeed Resolve(string name, bool isWeak, LinkedFile requester, string? arch)
    {
        var need = new LibraryNeed { Name = name, IsOptional = isWeak };
        var rejected = new List<LibraryRejection>();
        foreach (var (path, origin) in Candidates(name, requester).Take(MostRunPaths))
        {
            if (_byPath.TryGetValue(path, out var known))
            {
                (need.File, need.Origin) = (known, origin);
                return need;
            }

            if (_files.Count >= MostFiles)
            {
                _isCutShort = true;
                break;
            }

            if (
                LibraryFile.TryOpen(
                    path,
                    origin,
                    arch,
                    source => MachOLinksReader.Read(source, arch ?? ""),
                    found => found.Arch,
                    rejected
                ) is
                { } links
            )
            {
                (need.File, need.Origin) = (Add(name, path, origin, links, requester), origin);
                return need;
            }
        }

        need.Rejected = rejected;
        need.Origin = IsSystem(name) ? LibraryOrigin.OperatingSystem : LibraryOrigin.NotFound;
        return need;
    }

    private IEnumerable<(string Path, LibraryOrigin Origin)> Candidates(string name, LinkedFile requester)
    {
        var leaf = name[(name.LastIndexOf('/') + 1)..];
        foreach (var directory in _libraryPath.Where(d => d.StartsWith('/')))
        {
            yield return (Path.Join(directory, leaf), LibraryOrigin.LibraryPath);
        }

        if (!name.StartsWith("@rpath/", StringComparison.Ordinal))
        {
            if (Expand(name, requester) is { } path)
            {
                yield return (path, LibraryOrigin.Path);
            }

            yield break;
        }

        for (var at = requester; at is not null; at = _links[at].Requester)
        {
            foreach (var runPath in _links[at].Links.RunPaths)
            {
                if (Expand(runPath, at) is { } directory)
                {
                    yield return (Path.GetFullPath(Path.Join(directory, name["@rpath/".Length..])), LibraryOrigin.RunPath);
                }
            }
        }
    }

    private string? Expand(string text, LinkedFile owner) =>
        text.StartsWith("@loader_path", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Join(Path.GetDirectoryName(owner.Path), text["@loader_path".Length..]))
        : text.StartsWith("@executable_path", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Join(_programDirectory, text["@executable_path".Length..]))
        : text.StartsWith('/') ? _host.Rooted(text)
        : null;

    private static bool IsSystem(string name) =>
        name.StartsWith("/usr/lib/", StringComparison.Ordinal) || name.StartsWith("/System/", StringComparison.Ordinal);

    private IEnumerable<LinkageFinding> Findings(LinkedFile main)
    {
        foreach (var finding in ForeignSystemDiagnosis.Of(main.Path, "darwin", "macOS", _host))
        {
            yield return finding;
        }

        var missing = _files.SelectMany(f => f.Needs.Where(n => n is { IsFound: false, IsOptional: false }).Select(n => (By: f, Need: n)));
        foreach (var (by, need) in missing.DistinctBy(m => m.Need.Name, StringComparer.Ordinal).Take(50))
        {
            yield return Explain(by, need);
        }

        foreach (var finding in LimitsDiagnosis.Of(main.Path, _isCutShort))
        {
            yield return finding;
        }
    }

    private LinkageFinding Explain(LinkedFile by, LibraryNeed need)
    {
        if (Gccgo.IsRuntime(need.Name))
        {
            return Gccgo.Missing(by.Path, need, _host);
        }

        var rejected = need.Rejected.Count > 0 ? need.Rejected[0] : null;
        var problem = rejected?.Reason switch
        {
            LibraryRejectionReason.OtherMachine => LinkageProblem.LibraryOfOtherMachine,
            LibraryRejectionReason.Damaged => LinkageProblem.LibraryDamaged,
            LibraryRejectionReason.Unreadable => LinkageProblem.LibraryUnreadable,
            _ => LinkageProblem.LibraryMissing,
        };
        // Elsewhere than on macOS its absolute paths lead to nothing, and say nothing.
        var isCertain = _host.Platform.Os == "darwin" || !need.Name.StartsWith('/');
        return new LinkageFinding(
            problem,
            isCertain ? LinkageSeverity.Error : LinkageSeverity.Warning,
            rejected is null
                ? $"{by.Path} needs {need.Name}, which does not exist: `Library not loaded`, says dyld."
                : $"{by.Path} needs {need.Name}, and {rejected.Path} will not do: {rejected.Detail}.",
            need.Name.StartsWith("@rpath/", StringComparison.Ordinal)
                ? "Ship it beside the program, and link with `-Wl,-rpath,@loader_path`."
                : "Install it at that path, or change the path in the file with `install_name_tool -change`.",
            need.Name
        );
    }
}
