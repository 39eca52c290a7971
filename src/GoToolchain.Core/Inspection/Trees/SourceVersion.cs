using System.Text;

namespace GoToolchain.Inspection.Trees;

/// <summary>
/// The version that cmd/dist wrote into the sources when it built them: <c>const version = `go1.24.4`</c> in
/// <c>src/internal/buildcfg/zbootstrap.go</c> (cmd/dist/buildruntime.go, <c>mkbuildcfg</c>).
/// </summary>
internal static class SourceVersion
{
    // Up to Go 1.16 it was in another package.
    private static readonly string[] s_files = ["src/internal/buildcfg/zbootstrap.go", "src/cmd/internal/objabi/zbootstrap.go"];

    // Real ones have about 700 bytes.
    private const int MostBytes = 4096;

    /// <summary>Reads it.</summary>
    /// <param name="root">GOROOT.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static GoVersion? Read(string root)
    {
        try
        {
            return s_files.Select(f => ReadFile(System.IO.Path.Combine(root, f))).FirstOrDefault(v => v is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The library's own examination says what cannot be read.
            return null;
        }
    }

    private static GoVersion? ReadFile(string file)
    {
        if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 })
        {
            return null;
        }

        var head = FileHead.Read(file, stackalloc byte[MostBytes]);
        var mark = "const version = `"u8;
        var start = head.IndexOf(mark);
        if (start < 0)
        {
            return null;
        }

        var rest = head[(start + mark.Length)..];
        var end = rest.IndexOf((byte)'`');
        return end > 0 && GoVersion.TryParse(Encoding.UTF8.GetString(rest[..end]), out var version) ? version : null;
    }
}
