using System.Security.Cryptography;
using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>Reads the body of an archive, hashes it and passes it on: the first stage of an installation.</summary>
/// <param name="body">The bytes.</param>
/// <param name="expected">What they must be.</param>
internal sealed class HashingBody(Stream body, ArchiveExpectation expected) : IDisposable
{
    private const int BlockSize = 128 << 10;
    private const int Blocks = 16;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _received;

    /// <summary>What the next stage reads.</summary>
    public BlockPipe Pipe { get; } = new(BlockSize, Blocks);

    /// <summary>Bytes received so far.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>SHA-256 of all bytes. Only after <see cref="PumpAsync"/>.</summary>
    public Sha256Digest Digest => new(_hash.GetCurrentHash());

    /// <summary>Reads to the end and passes everything on.</summary>
    /// <param name="cancel">Ends the work.</param>
    public async Task PumpAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var buffer = await Pipe.RentAsync(cancel).ConfigureAwait(false);
                var count = await body.ReadAsync(buffer, cancel).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                Count(buffer, count);
                await Pipe.SendAsync(buffer, count, cancel).ConfigureAwait(false);
            }

            Pipe.Complete();
        }
        catch (Exception e)
        {
            Pipe.Complete(e);
            throw;
        }
    }

    /// <summary>Throws when the bytes received are not those expected.</summary>
    public void Check()
    {
        if (expected.Size is { } size && Received != size)
        {
            throw new GoToolchainException(
                GoErrorCodes.DigestMismatch,
                $"The archive has {Received:N0} bytes, and {size:N0} were announced, so it was cut off or replaced.",
                expected.From,
                "Try again; if it stays so, the mirror holds a damaged or foreign file: use another one."
            );
        }

        if (expected.Digest is { } digest && Digest != digest)
        {
            throw new GoToolchainException(
                GoErrorCodes.DigestMismatch,
                $"The archive `{expected.FileName}` has the SHA-256 {Digest}, and {digest} is expected, so it was damaged or replaced.",
                expected.From,
                "Try again; if it stays so, do not use this mirror, and tell whoever runs it."
            );
        }
    }

    public void Dispose() => _hash.Dispose();

    private void Count(byte[] buffer, int count)
    {
        _hash.AppendData(buffer, 0, count);
        var received = Interlocked.Add(ref _received, count);
        var size = expected.Size ?? ArchiveEntryRules.MaxArchiveBytes;
        if (received > size)
        {
            throw new GoToolchainException(
                GoErrorCodes.DigestMismatch,
                expected.Size is null
                    ? $"The archive goes on after {size:N0} bytes, more than any Go release has."
                    : $"The archive goes on after the {size:N0} bytes that were announced.",
                expected.From,
                "The mirror serves another file than its index says: use another mirror."
            );
        }
    }
}
