using System.IO.Compression;
using System.Security.Cryptography;
using GoToolchain.Verification;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>
/// Contents by their SHA-256. An object gets its name by a rename when it is complete. It never shares its inode with a live tree: what is edited
/// there cannot reach it.
/// </summary>
internal sealed class SnapshotObjects(SnapshotLayout layout)
{
    private const string Compressed = ".gz";
    private const int BlockSize = 128 * 1024;
    private const FileOptions Sequential = FileOptions.SequentialScan;

    /// <summary>Stores a file, unless its content is there.</summary>
    /// <param name="file">A regular file: absolute.</param>
    /// <param name="staging">A directory for drafts on the same volume, under the lock of the caller.</param>
    /// <param name="compress">Compress it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="IOException">It cannot be read or stored.</exception>
    public AddedObject Add(string file, string staging, bool compress, CancellationToken cancel)
    {
        using var source = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Sequential);
        var buffer = new byte[(int)Math.Min(BlockSize, RandomAccess.GetLength(source) + 1)];
        var (size, digest) = Read(source, buffer, null, cancel);
        if (StoredBytes(digest, size) is not null)
        {
            return new AddedObject(size, digest, IsNew: false, IsCloned: false);
        }

        var draft = Path.Combine(staging, Path.GetRandomFileName());
        bool cloned;
        using (var target = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            cloned = !compress && size > 0 && FileClone.TryClone(source, target);
            // Read again: what is named by its digest is what was written, even when somebody changes the file meanwhile.
            (size, digest) =
                cloned ? Read(target, buffer, null, cancel)
                : compress ? Compress(source, target, buffer, cancel)
                : Read(source, buffer, target, cancel);
        }

        var name = layout.Object(digest) + (compress ? Compressed : "");
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        File.Move(draft, name, overwrite: true);
        return new AddedObject(size, digest, IsNew: true, cloned);
    }

    /// <summary>The bytes that a content takes in the store; null when it is not there, or is cut off.</summary>
    public long? StoredBytes(Sha256Digest digest, long size)
    {
        var plain = new FileInfo(layout.Object(digest));
        if (plain.Exists && plain.Length == size)
        {
            return size;
        }

        var packed = new FileInfo(plain.FullName + Compressed);
        return packed.Exists && packed.Length > 0 ? packed.Length : null;
    }

    /// <summary>Writes a content into a new file, and makes sure that it is that content.</summary>
    /// <param name="digest">Which.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="target">A file that is not there, in a directory that is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>False, and no file, when the content is not there or is damaged; a damaged one is taken away, so that it can be stored anew.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public bool TryCopy(Sha256Digest digest, long size, string target, CancellationToken cancel)
    {
        foreach (var suffix in (string[])["", Compressed])
        {
            var name = layout.Object(digest) + suffix;
            switch (CopyIfThere(name, target, packed: suffix.Length > 0, digest, size, cancel))
            {
                case true:
                    return true;
                case null:
                    continue;
                default:
                    break;
            }

            File.Delete(target);
            TryDelete(name);
        }

        return false;
    }

    /// <summary>Every object, with its digest and its bytes.</summary>
    public IEnumerable<(FileInfo File, Sha256Digest Digest)> All()
    {
        var directory = new DirectoryInfo(layout.Objects);
        foreach (var file in directory.Exists ? directory.EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            var hex = file.Directory!.Name + Path.GetFileNameWithoutExtension(file.Name);
            // What has no such name is nothing that a snapshot could need.
            yield return (file, Sha256Digest.TryParse(hex, out var digest) ? digest : default);
        }
    }

    // Null: it is not there; false: it is another content, and the target has to go.
    private static bool? CopyIfThere(string name, string target, bool packed, Sha256Digest digest, long size, CancellationToken cancel)
    {
        using var source = OpenIfThere(name);
        return source is null ? null : Copy(source, target, packed, size, cancel) == digest;
    }

    private static Sha256Digest? Copy(SafeFileHandle source, string target, bool packed, long size, CancellationToken cancel)
    {
        using var output = File.OpenHandle(target, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var buffer = new byte[(int)Math.Min(BlockSize, size + 1)];
        if (!packed)
        {
            return FileClone.TryClone(source, output)
                ? Read(output, buffer, null, cancel).Digest
                : Read(source, buffer, output, cancel).Digest;
        }

        try
        {
            using var file = new FileStream(source, FileAccess.Read, bufferSize: 0);
            using var content = new GZipStream(file, CompressionMode.Decompress);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long offset = 0;
            for (int read; (read = content.Read(buffer)) > 0; offset += read)
            {
                cancel.ThrowIfCancellationRequested();
                if (offset + read > size)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                RandomAccess.Write(output, buffer.AsSpan(0, read), offset);
            }

            return new Sha256Digest(hash.GetHashAndReset());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static (long Size, Sha256Digest Digest) Read(
        SafeFileHandle source,
        byte[] buffer,
        SafeFileHandle? copy,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long offset = 0;
        for (int read; (read = RandomAccess.Read(source, buffer, offset)) > 0; offset += read)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            if (copy is not null)
            {
                RandomAccess.Write(copy, buffer.AsSpan(0, read), offset);
            }
        }

        return (offset, new Sha256Digest(hash.GetHashAndReset()));
    }

    private static (long Size, Sha256Digest Digest) Compress(
        SafeFileHandle source,
        SafeFileHandle target,
        byte[] buffer,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(target, FileAccess.Write, bufferSize: 0);
        using var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        long offset = 0;
        for (int read; (read = RandomAccess.Read(source, buffer, offset)) > 0; offset += read)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            packed.Write(buffer, 0, read);
        }

        return (offset, new Sha256Digest(hash.GetHashAndReset()));
    }

    private static SafeFileHandle? OpenIfThere(string file)
    {
        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Sequential);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A store that may only be read: whoever can write it will find the same.
        }
    }
}
