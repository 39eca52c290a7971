using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using GoToolchain.Verification;

namespace GoToolchain.Store.Packages;

/// <summary>Makes a <c>.tar.gz</c> of a tree, in the shape of a release: the same manifest and files give the same bytes.</summary>
internal static class TreeArchive
{
    // One time for all files, as in a release. 1980-01-01 is the first that zip can hold too.
    public static DateTimeOffset Time { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it.</summary>
    /// <param name="root">GOROOT.</param>
    /// <param name="manifest">Its files, whose content is checked on the way.</param>
    /// <param name="archive">The archive to be made.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Its SHA-256.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotPack"/>: a file is not what was installed.</exception>
    public static async Task<Sha256Digest> WriteAsync(string root, Manifest manifest, string archive, CancellationToken cancel)
    {
        var stream = new FileStream(archive, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        await using (stream.ConfigureAwait(false))
        {
            var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            await using (gzip.ConfigureAwait(false))
            {
                var tar = new TarWriter(gzip, TarEntryFormat.Ustar, leaveOpen: true);
                await using var _ = tar.ConfigureAwait(false);
                foreach (var entry in manifest.Entries)
                {
                    cancel.ThrowIfCancellationRequested();
                    var file = new UstarTarEntry(TarEntryType.RegularFile, "go/" + entry.Path)
                    {
                        Mode = FileAttributesToSet.Of(entry.Mode, Time).Mode,
                        ModificationTime = Time,
                        DataStream = new MemoryStream(Read(root, entry), writable: false),
                    };
                    await tar.WriteEntryAsync(file, cancel).ConfigureAwait(false);
                }
            }

            stream.Position = 0;
            return new Sha256Digest(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false));
        }
    }

    private static byte[] Read(string root, ManifestEntry entry)
    {
        var file = Path.Combine(root, entry.Path);
        try
        {
            var bytes = new FileInfo(file) is { Exists: true, Length: var length } && length == entry.Size ? File.ReadAllBytes(file) : [];
            if (bytes.Length == entry.Size && new Sha256Digest(SHA256.HashData(bytes)) == entry.Digest)
            {
                return bytes;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Differs(file, e);
        }

        throw Differs(file, inner: null);
    }

    private static GoToolchainException Differs(string file, Exception? inner) =>
        new(
            GoErrorCodes.CannotPack,
            "A file of the tree is not what was installed, so the tree is not packed.",
            file,
            "Install it anew with `gotoolchain install --force`.",
            inner
        );
}
