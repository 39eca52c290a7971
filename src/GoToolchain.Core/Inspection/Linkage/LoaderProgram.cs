using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage;

/// <summary>
/// What the file of a loader says about the places that are built into it. The GNU loader keeps its default directories as one run of strings that
/// begin and end with a slash (elf/dl-load.c, <c>system_dirs</c>): distributions differ in them, so they are read and not guessed.
/// </summary>
/// <param name="CLibrary">Which C library it belongs to.</param>
/// <param name="Directories">Its default directories, in order, with a slash at the end; empty when they were not found.</param>
/// <param name="Cache">Path of its cache; null when it names none.</param>
internal sealed record LoaderProgram(CLibrary CLibrary, IReadOnlyList<string> Directories, string? Cache)
{
    // ld.so of glibc has 0.3 MB, libc of musl 0.9 MB with symbols.
    private const int MostBytes = 8 << 20;

    /// <summary>Reads it.</summary>
    /// <param name="file">Absolute; a file that was probed.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static LoaderProgram Read(string file)
    {
        using var source = FileByteSource.Open(file);
        var bytes = new byte[(int)Math.Min(source.Length, MostBytes)];
        var content = bytes.AsSpan(0, source.Read(0, bytes));
        var isMusl = content.IndexOf("/etc/ld-musl-"u8) >= 0;
        return isMusl
            ? new LoaderProgram(CLibrary.Musl, [], null)
            : new LoaderProgram(
                content.IndexOf("GLIBC_"u8) >= 0 ? CLibrary.Glibc : CLibrary.Other,
                FindDirectories(content),
                FindCache(content)
            );
    }

    private static List<string> FindDirectories(ReadOnlySpan<byte> content)
    {
        // The first run of two or more such strings; a single one may be anything.
        for (var at = 0; ; )
        {
            var next = content[at..].IndexOf("\0/"u8);
            if (next < 0)
            {
                return [];
            }

            at += next + 1;
            var run = ReadRun(content[at..]);
            if (run.Count > 1 && run.Exists(d => d.Contains("/lib", StringComparison.Ordinal)))
            {
                return run;
            }
        }
    }

    private static List<string> ReadRun(ReadOnlySpan<byte> content)
    {
        const int longest = 512;
        var run = new List<string>();
        while (run.Count < 16)
        {
            var end = content[..Math.Min(longest, content.Length)].IndexOf((byte)0);
            if (end < 2 || content[0] != '/' || content[end - 1] != '/' || content[..end].ContainsAnyExceptInRange((byte)0x21, (byte)0x7e))
            {
                break;
            }

            run.Add(Encoding.ASCII.GetString(content[..end]));
            content = content[(end + 1)..];
        }

        return run;
    }

    private static string? FindCache(ReadOnlySpan<byte> content)
    {
        var name = "/ld.so.cache\0"u8;
        var end = content.IndexOf(name);
        if (end < 0)
        {
            return null;
        }

        var start = content[..end].LastIndexOf((byte)0) + 1;
        var path = Encoding.UTF8.GetString(content[start..(end + name.Length - 1)]);
        return path.Length < 512 && path[0] == '/' && !path.Any(char.IsControl) ? path : null;
    }
}
