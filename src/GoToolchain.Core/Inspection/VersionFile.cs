using System.Text;

namespace GoToolchain.Inspection;

/// <summary>
/// The file <c>VERSION</c> at the top of a GOROOT. Its first line names the toolchain; from Go 1.21 on lines such as
/// <c>time 2025-05-29T19:37:36Z</c> follow (cmd/dist, <c>findgoversion</c>).
/// </summary>
internal static class VersionFile
{
    // The first line of a release is below 20 bytes, of a development tree below 100.
    private const int MostBytes = 1024;

    /// <summary>Reads the version.</summary>
    /// <param name="root">GOROOT.</param>
    /// <param name="problem">Why there is none, as the end of a sentence; empty when there is.</param>
    /// <returns>Null when the file is missing or does not begin with a Go version.</returns>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GoVersion? Read(string root, out string problem)
    {
        var file = Path.Combine(root, "VERSION");
        var facts = FileFacts.Of(file);
        if (facts is not { Kind: FileKind.File, Length: > 0 })
        {
            problem = facts.Kind switch
            {
                FileKind.Missing => "it has no VERSION file",
                FileKind.DanglingLink => "its VERSION file is a link that leads nowhere",
                FileKind.Directory => "its VERSION file is a directory",
                _ => "its VERSION file is empty or not a regular file",
            };
            return null;
        }

        var head = FileHead.Read(file, stackalloc byte[MostBytes]);
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end >= 0 ? head[..end] : head;
        // Other products have VERSION files too, with bare numbers in them.
        if ((line.StartsWith("go"u8) || line.StartsWith("devel "u8)) && GoVersion.TryParse(Encoding.UTF8.GetString(line), out var version))
        {
            problem = "";
            return version;
        }

        problem = "its VERSION file does not begin with a Go version";
        return null;
    }
}
