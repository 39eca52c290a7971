using System.IO.Compression;

namespace GoToolchain.Store;

/// <summary>Unpacks a <c>.zip</c> release. A zip has its table of contents at the end, so it is received to the end first.</summary>
internal static class ZipUnpacker
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixRegularFile = 0x8000;
    private const int UnixDirectory = 0x4000;

    /// <summary>Writes the tree. Blocks.</summary>
    /// <param name="archive">The whole archive: seekable.</param>
    /// <param name="rules">What entries may be.</param>
    /// <param name="writer">Where the files go.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="shape">What an entry is in a release; null: what it says.</param>
    public static void Unpack(
        Stream archive,
        ArchiveEntryRules rules,
        TreeWriter writer,
        CancellationToken cancel,
        Func<ZipArchiveEntry, (string Name, UnixFileMode Mode)>? shape = null
    )
    {
        shape ??= entry => (entry.FullName, (UnixFileMode)((entry.ExternalAttributes >> 16) & 0x1FF));
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var received = archive.Length;
        foreach (var entry in zip.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            var unixType = (entry.ExternalAttributes >> 16) & UnixTypeMask;
            if (unixType is not (0 or UnixRegularFile or UnixDirectory))
            {
                throw rules.Refuse(entry.FullName, "it is neither a file nor a directory");
            }

            if (entry.FullName.EndsWith('/'))
            {
                rules.Directory(entry.FullName);
                continue;
            }

            var (name, mode) = shape(entry);
            var path = rules.File(name, entry.Length);
            using var content = new InflateGuard(entry.Open(), () => received, rules);
            writer.Add(path, entry.Length, FileAttributesToSet.Of(mode, entry.LastWriteTime), content);
            if (content.ReadByte() >= 0)
            {
                throw rules.Refuse(entry.FullName, "it holds more bytes than it announces");
            }
        }
    }
}
