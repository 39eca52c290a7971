using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Linkage.Diagnoses;

namespace GoToolchain.Inspection.Linkage.Windows;

/// <summary>
/// The DLLs of a Windows program or library, recursively, by the standard search order ("Dynamic-link library search order" in Microsoft's
/// documentation): what Windows brings, the directory of the program, the system's directories, PATH. On another system only the directory of the
/// program can be looked at.
/// </summary>
internal sealed class PeLinkage
{
    private const int MostFiles = 1000;

    private readonly HostMachine _host;
    private readonly string _directory;
    private readonly string[] _searchPath;
    private readonly List<LinkedFile> _files = [];
    private readonly Dictionary<string, LinkedFile> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<LinkedFile, PeImports> _imports = [];
    private readonly Dictionary<string, string?> _inDirectory = new(StringComparer.OrdinalIgnoreCase);
    private bool _isCutShort;

    private PeLinkage(HostMachine host, string file)
    {
        _host = host;
        _directory = Path.GetDirectoryName(file)!;
        var windows = host.GetVariable("SystemRoot");
        _searchPath =
            host.Platform.Os == "windows"
                ? [.. windows is null ? [] : new[] { Path.Combine(windows, "System32"), windows }, .. host.SearchPath]
                : [];
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="BinaryDamageException">The headers lie.</exception>
    public static LinkageReport Read(string file, ByteSource source, HostMachine host) =>
        new PeLinkage(host, file).Read(file, PeImports.Read(source));

    private LinkageReport Read(string file, PeImports imports)
    {
        var main = Add(Path.GetFileName(file), file, LibraryOrigin.Path, imports);
        for (var i = 0; i < _files.Count; i++)
        {
            var current = _files[i];
            current.Needs = [.. _imports[current].Imports.Select(import => Resolve(import, imports.Arch))];
        }

        return new LinkageReport
        {
            File = main,
            Format = ExecutableFormat.PortableExecutable,
            IsProgram = !imports.IsLibrary,
            IsDynamic = imports.Imports.Count > 0,
            Files = _files,
            Findings = [.. Findings(main)],
            IsCutShort = _isCutShort,
        };
    }

    private LinkedFile Add(string name, string path, LibraryOrigin origin, PeImports imports)
    {
        var file = new LinkedFile
        {
            Name = name,
            Path = path,
            Origin = origin,
            Arch = imports.Arch,
        };
        _files.Add(file);
        _byName.TryAdd(name, file);
        _imports[file] = imports;
        _isCutShort |= imports.IsCutShort;
        return file;
    }

    private LibraryNeed Resolve(PeImport import, string? arch)
    {
        var need = new LibraryNeed { Name = import.Name, IsOptional = import.IsDelayed };
        if (_byName.TryGetValue(import.Name, out var known))
        {
            (need.File, need.Origin) = (known, known.Origin);
            return need;
        }

        if (WindowsLibraries.IsSystem(import.Name))
        {
            need.Origin = LibraryOrigin.OperatingSystem;
            return need;
        }

        if (_files.Count >= MostFiles)
        {
            _isCutShort = true;
            return need;
        }

        var rejected = new List<LibraryRejection>();
        foreach (var (directory, origin) in Places())
        {
            if (
                FindIn(directory, import.Name) is { } path
                && LibraryFile.TryOpen(path, origin, arch, PeImports.Read, found => found.Arch, rejected) is { } imports
            )
            {
                (need.File, need.Origin) = (Add(import.Name, path, origin, imports), origin);
                break;
            }
        }

        need.Rejected = rejected;
        need.Searched = [.. Places().Select(p => new LibrarySearchPlace(p.Directory, p.Origin, Directory.Exists(p.Directory)))];
        return need;
    }

    private IEnumerable<(string Directory, LibraryOrigin Origin)> Places() =>
        _searchPath.Select(d => (d, LibraryOrigin.SearchPath)).Prepend((_directory, LibraryOrigin.ApplicationDirectory));

    // Windows does not tell upper from lower case; the file system here may.
    private string? FindIn(string directory, string name)
    {
        if (name.AsSpan().ContainsAny('/', '\\') || !Directory.Exists(directory))
        {
            return null;
        }

        var key = Path.Combine(directory, name);
        if (!_inDirectory.TryGetValue(key, out var path))
        {
            var options = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, MatchType = MatchType.Simple };
            var isPlain = !name.AsSpan().ContainsAny('*', '?');
            path =
                File.Exists(key) ? key
                : isPlain ? Directory.EnumerateFiles(directory, name, options).FirstOrDefault()
                : null;
            _inDirectory[key] = path;
        }

        return path;
    }

    private IEnumerable<LinkageFinding> Findings(LinkedFile main)
    {
        foreach (var finding in ForeignSystemDiagnosis.Of(main.Path, "windows", "Windows", _host))
        {
            yield return finding;
        }

        var missing = _files.SelectMany(f => f.Needs.Where(n => n is { IsFound: false, IsOptional: false }).Select(n => (By: f, Need: n)));
        foreach (var (by, need) in missing.DistinctBy(m => m.Need.Name, StringComparer.OrdinalIgnoreCase).Take(50))
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

        if (need.Rejected.Count > 0)
        {
            var rejected = need.Rejected[0];
            return new LinkageFinding(
                rejected.Reason == LibraryRejectionReason.OtherMachine
                    ? LinkageProblem.LibraryOfOtherMachine
                    : LinkageProblem.LibraryDamaged,
                LinkageSeverity.Error,
                $"{by.Path} needs {need.Name}, and {rejected.Path} will not do: {rejected.Detail}. Windows says error 0xc000007b.",
                $"Put a {need.Name} for the same machine beside the program.",
                rejected.Path
            );
        }

        // Elsewhere than on Windows nobody can say what is in System32 there.
        return new LinkageFinding(
            LinkageProblem.LibraryMissing,
            _host.Platform.Os == "windows" ? LinkageSeverity.Error : LinkageSeverity.Warning,
            $"{by.Path} needs {need.Name}, which is not part of Windows and not beside the program. Windows says error 0xc0000135.",
            WindowsLibraries.Cure(need.Name) ?? $"Ship {need.Name} beside the program.",
            need.Name
        );
    }
}
