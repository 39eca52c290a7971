using System.Globalization;
using System.Text;

namespace GoToolchain.Inspection.Trees;

/// <summary>A package that Go compiled: an <c>ar</c> archive whose first member begins with a line that names the version (cmd/internal/archive).</summary>
/// <param name="Version">The version in that line; null when there is none.</param>
/// <param name="Problem">What is wrong with the archive, as the end of a sentence; null when nothing is.</param>
internal readonly record struct GoArchive(GoVersion? Version, string? Problem)
{
    private const int HeaderSize = 60;

    // A Go package has two, and one for each assembly or C file of it.
    private const int MostMembers = 1000;

    /// <summary>Reads the headers.</summary>
    /// <param name="file">A regular file.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GoArchive Read(string file)
    {
        using var handle = File.OpenHandle(file);
        var length = RandomAccess.GetLength(handle);
        Span<byte> head = stackalloc byte[256];
        head = head[..RandomAccess.Read(handle, head, 0)];
        var magic = "!<arch>\n"u8;
        if (!head.StartsWith(magic))
        {
            return new GoArchive(null, "its first bytes are not those of a compiled package");
        }

        var version = head.Length > magic.Length + HeaderSize ? VersionIn(head[(magic.Length + HeaderSize)..]) : null;
        long offset = magic.Length;
        Span<byte> member = stackalloc byte[HeaderSize];
        for (var i = 0; i < MostMembers && offset < length; i++)
        {
            var size = RandomAccess.Read(handle, member, offset) == HeaderSize ? SizeIn(member) : -1;
            if (size < 0 || size > length - offset - HeaderSize)
            {
                return new GoArchive(version, "its end is missing");
            }

            // Members begin at even offsets.
            offset += HeaderSize + size + (size & 1);
        }

        return new GoArchive(version, null);
    }

    // name 16, date 12, uid 6, gid 6, mode 8, size 10, and two bytes that end it: ar(5).
    private static long SizeIn(ReadOnlySpan<byte> header) =>
        header.EndsWith("`\n"u8)
        && long.TryParse(
            Encoding.ASCII.GetString(header.Slice(48, 10)),
            NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var size
        )
            ? size
            : -1;

    // `go object linux amd64 go1.19.8 X:regabiwrappers`
    private static GoVersion? VersionIn(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)'\n');
        var words = Encoding.ASCII.GetString(end < 0 ? content : content[..end]).Split(' ');
        return words is ["go", "object", _, _, var name, ..] && GoVersion.TryParse(name, out var version) ? version : null;
    }
}
