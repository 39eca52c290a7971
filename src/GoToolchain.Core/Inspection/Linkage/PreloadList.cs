using System.Text;

namespace GoToolchain.Inspection.Linkage;

/// <summary>What a loader is told to load before anything that a program asks for; see ld.so(8).</summary>
internal static class PreloadList
{
    private const int MostNames = 256;
    private const int MostBytes = 1 << 16;

    /// <summary>Lists it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="isSecure">The program is setuid or setgid: LD_PRELOAD hardly counts.</param>
    /// <param name="library">The C library: only glibc has a file for it.</param>
    public static IEnumerable<(string Name, string SaidBy)> Of(HostMachine host, bool isSecure, CLibrary library)
    {
        const string variable = "LD_PRELOAD";
        var file = host.Rooted("/etc/ld.so.preload");
        var named = isSecure ? [] : Cut(host.GetVariable(variable)).Select(n => (n, variable));
        var listed = library == CLibrary.Glibc ? Cut(ReadFile(file)).Select(n => (n, file)) : [];
        return named.Concat(listed).Take(MostNames);
    }

    private static string[] Cut(string? list) => (list ?? "").Split([' ', ':', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string? ReadFile(string file)
    {
        try
        {
            if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 })
            {
                return null;
            }

            var lines = Encoding.UTF8.GetString(FileHead.Read(file, new byte[MostBytes])).Split('\n');
            return string.Join('\n', lines.Select(l => l.Split('#')[0]).Where(l => !l.Any(c => char.IsControl(c) && c != '\t')));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
