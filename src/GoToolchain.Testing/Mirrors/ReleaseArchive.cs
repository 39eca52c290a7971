using System.IO.Compression;
using System.Text;

namespace GoToolchain.Testing;

/// <summary>
/// Archives in the shape of Go's releases (one top folder <c>go/</c>, files only, one fixed time), and hostile ones. The same entries give the same
/// bytes. Headers are written by hand, for no library would write what a test has to show to be refused.
/// </summary>
public static class ReleaseArchive
{
    private const int Block = 512;

    // 2025-05-29, for no reason but that it never changes.
    private const long Time = 1_748_547_456;

    /// <summary>A <c>.tar.gz</c> of a GOROOT.</summary>
    /// <param name="root">The GOROOT.</param>
    public static byte[] TarGz(string root) => TarGz(Entries(root));

    /// <summary>A <c>.tar.gz</c> of these entries.</summary>
    /// <param name="entries">The entries.</param>
    public static byte[] TarGz(IEnumerable<ArchiveEntry> entries) => Gzip(Tar(entries));

    /// <summary>A <c>.zip</c> of a GOROOT.</summary>
    /// <param name="root">The GOROOT.</param>
    public static byte[] Zip(string root) => Zip(Entries(root));

    /// <summary>A <c>.zip</c> of these entries; sizes cannot lie here.</summary>
    /// <param name="entries">The entries.</param>
    public static byte[] Zip(IEnumerable<ArchiveEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var written = zip.CreateEntry(entry.Name, CompressionLevel.Fastest);
                written.LastWriteTime = DateTimeOffset.FromUnixTimeSeconds(Time);
                var kind = entry.Type switch
                {
                    '2' => 0xA000,
                    '5' => 0x4000,
                    _ => 0x8000,
                };
                written.ExternalAttributes = (kind | entry.Mode) << 16;
                using var stream = written.Open();
                stream.Write(entry.Type == '2' ? Encoding.UTF8.GetBytes(entry.LinkTarget) : entry.Content.Span);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The archive that a platform's releases come in.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="platform">Null: this machine's.</param>
    public static byte[] For(IEnumerable<ArchiveEntry> entries, GoPlatform? platform = null) =>
        (platform ?? GoPlatform.Host).IsWindows ? Zip(entries) : TarGz(entries);

    /// <summary>The files of a GOROOT as entries, ordered by name; modes as in Go's own archives.</summary>
    /// <param name="root">The GOROOT.</param>
    public static IReadOnlyList<ArchiveEntry> Entries(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => (File: file, Name: Path.GetRelativePath(root, file).Replace('\\', '/')))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new ArchiveEntry(
                    "go/" + f.Name,
                    File.ReadAllBytes(f.File),
                    IsProgram(f.Name) ? 0b111_101_101 : 0b110_100_100
                )),
        ];

    /// <summary>A plain tar: for archives that break elsewhere.</summary>
    /// <param name="entries">The entries.</param>
    public static byte[] Tar(IEnumerable<ArchiveEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var tar = new MemoryStream();
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            var link = Encoding.UTF8.GetBytes(entry.LinkTarget);
            if (name.Length > 100 || link.Length > 100)
            {
                WritePax(tar, name.Length > 100 ? entry.Name : null, link.Length > 100 ? entry.LinkTarget : null);
            }

            WriteHeader(tar, name, entry.Mode, entry.ClaimedSize ?? entry.Content.Length, entry.Type, link);
            WriteBlocks(tar, entry.Content.Span);
        }

        tar.Write(new byte[2 * Block]);
        return tar.ToArray();
    }

    /// <summary>Compressed as one gzip member.</summary>
    /// <param name="bytes">The bytes.</param>
    public static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static bool IsProgram(string name) =>
        name.StartsWith("bin/", StringComparison.Ordinal)
        || name.StartsWith("pkg/tool/", StringComparison.Ordinal)
        || name.EndsWith(".bash", StringComparison.Ordinal)
        || name.EndsWith(".sh", StringComparison.Ordinal)
        || name.EndsWith(".pl", StringComparison.Ordinal)
        || name.EndsWith(".rc", StringComparison.Ordinal);

    private static void WritePax(MemoryStream tar, string? path, string? link)
    {
        var text = Record("path", path) + Record("linkpath", link);
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteHeader(tar, "PaxHeaders/0"u8, 0b110_100_100, bytes.Length, 'x', []);
        WriteBlocks(tar, bytes);

        // `LENGTH key=value\n`, where the length counts itself (POSIX pax, extended header).
        static string Record(string key, string? value)
        {
            if (value is null)
            {
                return "";
            }

            var rest = Encoding.UTF8.GetByteCount($" {key}={value}\n");
            var length = rest + 1;
            while (length != rest + length.ToString(System.Globalization.CultureInfo.InvariantCulture).Length)
            {
                length++;
            }

            return $"{length} {key}={value}\n";
        }
    }

    private static void WriteHeader(MemoryStream tar, ReadOnlySpan<byte> name, int mode, long size, char type, ReadOnlySpan<byte> link)
    {
        Span<byte> header = stackalloc byte[Block];
        header.Clear();
        name[..Math.Min(100, name.Length)].CopyTo(header);
        Octal(header.Slice(100, 8), mode);
        Octal(header.Slice(108, 8), 0);
        Octal(header.Slice(116, 8), 0);
        Octal(header.Slice(124, 12), size);
        Octal(header.Slice(136, 12), Time);
        header.Slice(148, 8).Fill((byte)' ');
        header[156] = (byte)type;
        link[..Math.Min(100, link.Length)].CopyTo(header[157..]);
        "ustar\0"u8.CopyTo(header[257..]);
        "00"u8.CopyTo(header[263..]);
        var sum = 0;
        foreach (var b in header)
        {
            sum += b;
        }

        Octal(header.Slice(148, 7), sum);
        header[155] = (byte)' ';
        tar.Write(header);
    }

    private static void Octal(Span<byte> field, long value)
    {
        var digits = Convert.ToString(value, 8).PadLeft(field.Length - 1, '0');
        Encoding.ASCII.GetBytes(digits[^(field.Length - 1)..]).CopyTo(field);
    }

    private static void WriteBlocks(MemoryStream tar, ReadOnlySpan<byte> content)
    {
        tar.Write(content);
        tar.Write(new byte[(Block - (content.Length % Block)) % Block]);
    }
}
