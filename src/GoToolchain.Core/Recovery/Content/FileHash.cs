using System.Security.Cryptography;
using GoToolchain.Verification;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Content;

/// <summary>SHA-256 of files, with one buffer for many of them. For one thread.</summary>
internal sealed class FileHash : IDisposable
{
    // Half of the files of a release have less than 4 KiB, and all but some twenty fit whole.
    private const int BufferSize = 512 << 10;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Reads and hashes a file.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="expected">How many bytes it has, as far as is known: no more are read of a small one.</param>
    /// <param name="size">Set to how many bytes were read.</param>
    /// <param name="cancel">Ends it between two pieces of a large file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Sha256Digest Of(string file, long expected, out long size, CancellationToken cancel)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        // Whoever asks has just seen its size: a second look for its end would cost as much as the first.
        size = Fill(handle, 0, (int)Math.Min(expected, BufferSize));
        if (size < BufferSize)
        {
            SHA256.HashData(_buffer.AsSpan(0, (int)size), digest);
            return new Sha256Digest(digest);
        }

        for (var count = BufferSize; count > 0; size += count)
        {
            cancel.ThrowIfCancellationRequested();
            _hash.AppendData(_buffer, 0, count);
            count = Fill(handle, size, BufferSize);
        }

        _hash.GetHashAndReset(digest);
        return new Sha256Digest(digest);
    }

    public void Dispose() => _hash.Dispose();

    // A read may give less than there is.
    private int Fill(SafeFileHandle handle, long position, int wanted)
    {
        var used = 0;
        while (used < wanted)
        {
            var count = RandomAccess.Read(handle, _buffer.AsSpan(used, wanted - used), position + used);
            if (count == 0)
            {
                break;
            }

            used += count;
        }

        return used;
    }
}
