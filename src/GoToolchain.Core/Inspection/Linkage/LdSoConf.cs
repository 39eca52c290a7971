using System.IO.Enumeration;
using System.Text;

namespace GoToolchain.Inspection.Linkage;

/// <summary>
/// The directories that <c>/etc/ld.so.conf</c> names, with those of the files that it includes; see ldconfig(8). The loader itself never reads it: only
/// ldconfig does, when it makes the cache.
/// </summary>
internal static class LdSoConf
{
    private const int MostFiles = 256;
    private const int DeepestInclude = 8;
    private const int MostBytes = 1 << 16;

    /// <summary>Where a library is that ldconfig would put into the cache; null when it would not.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="name">File name.</param>
    public static string? FindLibrary(HostMachine host, string name) =>
        name.Contains('/', StringComparison.Ordinal)
            ? null
            : Directories(host).Select(d => Path.Join(host.Rooted(d), name)).FirstOrDefault(File.Exists);

    /// <summary>The directories, in order.</summary>
    /// <param name="host">The machine.</param>
    public static IReadOnlyList<string> Directories(HostMachine host)
    {
        var (directories, files) = (new List<string>(), 0);
        Add(host, "/etc/ld.so.conf", directories, ref files, 0);
        return directories;
    }

    private static void Add(HostMachine host, string file, List<string> directories, ref int files, int depth)
    {
        if (depth > DeepestInclude || ++files > MostFiles)
        {
            return;
        }

        foreach (var line in ReadLines(host.Rooted(file)))
        {
            var words = line.Split('#')[0].Split([' ', '\t', ':', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["include", .. var patterns])
            {
                foreach (var included in patterns.SelectMany(p => Match(host, file, p)))
                {
                    Add(host, included, directories, ref files, depth + 1);
                }
            }
            else if (words is [var directory, ..] && directory.StartsWith('/'))
            {
                directories.Add(directory.Split('=')[0]);
            }
        }
    }

    private static IEnumerable<string> Match(HostMachine host, string from, string pattern)
    {
        var path = pattern.StartsWith('/') ? pattern : $"{from[..from.LastIndexOf('/')]}/{pattern}";
        var cut = path.LastIndexOf('/');
        var (directory, name) = (path[..cut], path[(cut + 1)..]);
        var real = host.Rooted(directory.Length == 0 ? "/" : directory);
        return !Directory.Exists(real)
            ? []
            : Directory
                .EnumerateFiles(real)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(f => FileSystemName.MatchesSimpleExpression(name, f, ignoreCase: false))
                .Order(StringComparer.Ordinal)
                .Select(f => $"{directory}/{f}");
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 }
                ? Encoding.UTF8.GetString(FileHead.Read(file, new byte[MostBytes])).Split('\n')
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
