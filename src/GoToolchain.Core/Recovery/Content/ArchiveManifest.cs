using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Recovery.Content;

/// <summary>The manifest of a release archive, without unpacking it.</summary>
internal static class ArchiveManifest
{
    /// <summary>Reads the archive to its end and hashes every file in it.</summary>
    /// <param name="file">The archive: absolute.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null when it cannot be read to its end, or is no release.</returns>
    public static Manifest? Read(string file, CancellationToken cancel)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            var rules = new ArchiveEntryRules(file);
            var entries = file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? Zip(stream, rules, cancel)
                : Tar(stream, rules, cancel);
            return entries.Count > 0 ? new Manifest(entries) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or GoToolchainException)
        {
            return null;
        }
    }

    private static List<ManifestEntry> Tar(Stream stream, ArchiveEntryRules rules, CancellationToken cancel)
    {
        var entries = new List<ManifestEntry>();
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new TarReader(gzip);
        while (reader.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                entries.Add(Of(rules.File(entry.Name, entry.Length), entry.Length, entry.Mode, entry.ModificationTime, entry.DataStream));
            }
        }

        return entries;
    }

    private static List<ManifestEntry> Zip(Stream stream, ArchiveEntryRules rules, CancellationToken cancel)
    {
        var entries = new List<ManifestEntry>();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            cancel.ThrowIfCancellationRequested();
            using var content = entry.Open();
            var mode = (UnixFileMode)((entry.ExternalAttributes >> 16) & 0x1FF);
            entries.Add(Of(rules.File(entry.FullName, entry.Length), entry.Length, mode, entry.LastWriteTime, content));
        }

        return entries;
    }

    private static ManifestEntry Of(string path, long size, UnixFileMode mode, DateTimeOffset time, Stream? content) =>
        new(path, size, FileAttributesToSet.Of(mode, time).Mode, new Sha256Digest(SHA256.HashData(content ?? Stream.Null)));
}
