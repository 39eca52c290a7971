using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Which installed package brought a file: the lists that dpkg keeps in <c>/var/lib/dpkg/info</c>. Read on the first question.</summary>
/// <param name="host">The machine.</param>
/// <param name="names">The file names that may be asked for.</param>
internal sealed class InstalledPackages(HostMachine host, IEnumerable<string> names)
{
    private const int MostLists = 20_000;
    private const int MostListBytes = 16 << 20;

    private readonly Lazy<Dictionary<string, InstalledPackage>> _found = new(() => Search(host, [.. names]));

    /// <summary>The package of a file.</summary>
    /// <param name="name">File name without directory.</param>
    public InstalledPackage? Find(string name) => _found.Value.GetValueOrDefault(name);

    private static Dictionary<string, InstalledPackage> Search(HostMachine host, HashSet<string> names)
    {
        var found = new Dictionary<string, InstalledPackage>(StringComparer.Ordinal);
        names.RemoveWhere(n => n.Contains('/', StringComparison.Ordinal) || n.Length == 0);
        var directory = host.Rooted("/var/lib/dpkg/info");
        if (names.Count == 0 || !Directory.Exists(directory))
        {
            return found;
        }

        var wanted = names.ToDictionary(n => n, n => Encoding.UTF8.GetBytes($"/{n}\n"), StringComparer.Ordinal);
        var buffer = new byte[1 << 16];
        foreach (var list in Directory.EnumerateFiles(directory, "*.list").Take(MostLists))
        {
            try
            {
                LookInto(host, list, wanted, ref buffer, found);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // One unreadable list only makes the advice less precise.
                continue;
            }
        }

        return found;
    }

    private static void LookInto(
        HostMachine host,
        string list,
        Dictionary<string, byte[]> wanted,
        ref byte[] buffer,
        Dictionary<string, InstalledPackage> found
    )
    {
        if (FileFacts.Of(list) is not { Kind: FileKind.File, Length: > 0 and <= MostListBytes } facts)
        {
            return;
        }

        if (buffer.Length < facts.Length)
        {
            buffer = new byte[facts.Length];
        }

        using var source = FileByteSource.Open(list);
        var content = buffer.AsSpan(0, source.Read(0, buffer.AsSpan(0, (int)Math.Min(source.Length, buffer.Length))));
        foreach (var (name, line) in wanted)
        {
            var at = content.IndexOf(line);
            if (at < 0)
            {
                continue;
            }

            var path = Encoding.UTF8.GetString(content[(content[..at].LastIndexOf((byte)'\n') + 1)..(at + line.Length - 1)]);
            var file = host.Rooted(path);
            found.TryAdd(name, new InstalledPackage(PackageOf(list), file, FileFacts.Of(file).Kind == FileKind.File));
        }
    }

    // `libgo21:amd64.list`, or without the architecture.
    private static string PackageOf(string list) => Path.GetFileNameWithoutExtension(list).Split(':')[0];
}
