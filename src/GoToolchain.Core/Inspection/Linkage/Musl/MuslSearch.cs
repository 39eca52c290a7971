using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Musl;

/// <summary>
/// The rules of musl's loader (ldso/dynlink.c, <c>load_library</c>): LD_LIBRARY_PATH first, then the DT_RUNPATH or else DT_RPATH of the file and of
/// those that needed it, then the system path. It has no cache, knows no versions, and takes the names of the C library to be itself.
/// </summary>
internal sealed class MuslSearch : LibrarySearch
{
    private static readonly string[] s_ownNames = ["c", "pthread", "rt", "m", "dl", "util", "xnet"];
    private static readonly string[] s_systemPath = ["/lib", "/usr/local/lib", "/usr/lib"];

    private readonly HostMachine _host;
    private readonly string? _workingDirectory;
    private readonly string[] _system;

    /// <summary>Looks at the machine.</summary>
    /// <param name="probe">Looks at files.</param>
    /// <param name="host">The machine.</param>
    /// <param name="main">The program.</param>
    /// <param name="arch">musl's name of the machine.</param>
    /// <param name="isSecure">The program is setuid or setgid: LD_LIBRARY_PATH does not count.</param>
    /// <param name="options">Options.</param>
    public MuslSearch(ElfProbe probe, HostMachine host, LoadedObject main, string arch, bool isSecure, LinkageOptions options)
        : base(probe, main.Links.Machine)
    {
        (_host, _workingDirectory) = (host, options.WorkingDirectory);
        LibraryPath = isSecure ? [] : [.. Cut(host.GetVariable("LD_LIBRARY_PATH")).Select(ToEntry)];
        PathFile = host.Rooted($"/etc/ld-musl-{arch}.path");
        _system = ReadPathFile(PathFile) ?? s_systemPath;
    }

    /// <summary>The file that replaces the built-in system path: absolute.</summary>
    public string PathFile { get; }

    public override bool KnowsBySoname => false;

    public override bool ChecksVersions => false;

    public override IReadOnlyList<PathEntry> LibraryPath { get; }

    public override bool IsLoader(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return name.StartsWith("lib", StringComparison.Ordinal) && dot > 3 && s_ownNames.Contains(name[3..dot]);
    }

    // A path with any other name in it is not used at all.
    public override string? Expand(string text, LoadedObject requester)
    {
        var expanded = DynamicTokens.Expand(text, token => token == "ORIGIN" ? requester.Origin : null);
        return text.Contains('$', StringComparison.Ordinal) && expanded.Contains('$', StringComparison.Ordinal) ? null : expanded;
    }

    protected override string? Absolute(string path) =>
        path.StartsWith('/') ? path
        : _workingDirectory is null ? null
        : Path.Join(_workingDirectory, path);

    protected override IEnumerable<string> Candidates(LibrarySearchPlace place, string name, LoadedObject requester) =>
        [Path.Join(place.Place, name)];

    protected override IEnumerable<LibrarySearchPlace> ListPlaces(LoadedObject requester)
    {
        foreach (var entry in LibraryPath.Where(e => e.Directory is not null))
        {
            yield return Place(entry.Directory!, LibraryOrigin.LibraryPath);
        }

        for (var at = requester; at is not null; at = at.Requester)
        {
            var (list, origin) = at.Links.RunPath is { } run ? (run, LibraryOrigin.RunPath) : (at.Links.RPath, LibraryOrigin.RPath);
            foreach (var entry in Split(list, at).Where(e => e.Directory is not null))
            {
                yield return Place(entry.Directory!, origin);
            }
        }

        foreach (var directory in _system)
        {
            yield return Place(_host.Rooted(directory), LibraryOrigin.DefaultDirectory);
        }
    }

    public override IReadOnlyList<PathEntry> Split(string? list, LoadedObject owner) =>
        list is not null && Expand(list, owner) is { } expanded ? [.. Cut(expanded).Select(ToEntry)] : [];

    private static string[] Cut(string? list) => (list ?? "").Split([':', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private PathEntry ToEntry(string text) => new(text, Absolute(text), !text.StartsWith('/'));

    private static LibrarySearchPlace Place(string directory, LibraryOrigin origin) => new(directory, origin, Directory.Exists(directory));

    private static string[]? ReadPathFile(string file)
    {
        try
        {
            if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 })
            {
                return null;
            }

            using var source = FileByteSource.Open(file);
            var bytes = new byte[(int)Math.Min(source.Length, 1 << 16)];
            var text = Encoding.UTF8.GetString(bytes, 0, source.Read(0, bytes));
            return [.. text.Split([':', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(d => d[0] == '/' && !d.Any(char.IsControl))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
