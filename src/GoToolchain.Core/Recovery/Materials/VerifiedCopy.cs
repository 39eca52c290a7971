using System.Security.Cryptography;
using GoToolchain.Recovery.Content;
using GoToolchain.Store;
using GoToolchain.Verification;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Materials;

/// <summary>Copies a file when, and only when, it has the bytes that are wanted.</summary>
internal static class VerifiedCopy
{
    private const int BufferSize = 256 << 10;

    // One for each thread: thousands of files are copied in a row.
    [ThreadStatic]
    private static byte[]? t_buffer;

    /// <summary>Copies it, and gives the copy the time of the original.</summary>
    /// <param name="source">Absolute; need not be there.</param>
    /// <param name="entry">What it has to be.</param>
    /// <param name="target">A file that does not exist yet.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when the source is missing, cannot be read, or is something else; then there is no target.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static bool Try(string source, ManifestEntry entry, string target, CancellationToken cancel)
    {
        try
        {
            // Asked first, for a pipe would make us wait, and an exception for each file that is not there would take longer than the copy.
            if (FileState.Of(source) is not { Kind: FileStateKind.File } state || state.Size != entry.Size)
            {
                return false;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return entry.Size <= BufferSize ? TrySmall(source, entry, target) : TryLarge(source, entry, target, cancel);
    }

    // Nearly all files of a release: read, proved, and only then written, each in one call.
    private static bool TrySmall(string source, ManifestEntry entry, string target)
    {
        var content = (t_buffer ??= GC.AllocateUninitializedArray<byte>(BufferSize)).AsSpan(0, (int)entry.Size);
        DateTime time;
        try
        {
            using var from = File.OpenHandle(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            for (var used = 0; used < content.Length; )
            {
                var count = RandomAccess.Read(from, content[used..], used);
                if (count == 0)
                {
                    return false;
                }

                used += count;
            }

            time = File.GetLastWriteTimeUtc(from);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        if (new Sha256Digest(digest) != entry.Digest)
        {
            return false;
        }

        using var to = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(to, content, 0);
        Finish(to, entry, time);
        return true;
    }

    private static bool TryLarge(string source, ManifestEntry entry, string target, CancellationToken cancel)
    {
        using var from = Open(source);
        return from is not null && Write(from, entry, target, File.GetLastWriteTimeUtc(from.SafeFileHandle), cancel);
    }

    private static FileStream? Open(string source)
    {
        try
        {
            return new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes what a stream gives, when it has the bytes that are wanted.</summary>
    /// <param name="from">From its first byte on.</param>
    /// <param name="entry">What it has to be.</param>
    /// <param name="target">A file that does not exist yet.</param>
    /// <param name="time">Its time.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when it is something else, or cannot be read to its end; then there is no target.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static bool Write(Stream from, ManifestEntry entry, string target, DateTime time, CancellationToken cancel)
    {
        var buffer = t_buffer ??= GC.AllocateUninitializedArray<byte>(BufferSize);
        var isRight = false;
        try
        {
            using var to = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            using var hash = entry.Size > BufferSize ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            long position = 0;
            for (int count; (count = Read(from, buffer)) > 0 && position + count <= entry.Size; position += count)
            {
                cancel.ThrowIfCancellationRequested();
                if (hash is null)
                {
                    SHA256.HashData(buffer.AsSpan(0, count), digest);
                }
                else
                {
                    hash.AppendData(buffer, 0, count);
                }

                RandomAccess.Write(to, buffer.AsSpan(0, count), position);
            }

            if (position == 0)
            {
                SHA256.HashData([], digest);
            }

            hash?.GetHashAndReset(digest);
            isRight = position == entry.Size && new Sha256Digest(digest) == entry.Digest;
            if (isRight)
            {
                Finish(to, entry, time);
            }
        }
        finally
        {
            if (!isRight)
            {
                File.Delete(target);
            }
        }

        return isRight;
    }

    // A manifest that was made on Windows knows no modes.
    private static void Finish(SafeFileHandle file, ManifestEntry entry, DateTime time)
    {
        if (!OperatingSystem.IsWindows() && entry.Mode != UnixFileMode.None)
        {
            File.SetUnixFileMode(file, entry.Mode);
        }

        File.SetLastWriteTimeUtc(file, time);
    }

    // What cannot be read is not what is wanted.
    private static int Read(Stream from, byte[] buffer)
    {
        try
        {
            return from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return 0;
        }
    }
}
