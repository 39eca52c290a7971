namespace GoToolchain.Store;

/// <summary>
/// Counts what leaves the decompressor and stops a bomb: a release shrinks to a third or a quarter of its size, deflate can do a thousandth.
/// </summary>
/// <param name="inflated">The decompressor.</param>
/// <param name="compressedBytes">How many bytes of the archive have been received so far.</param>
/// <param name="rules">For the refusal.</param>
internal sealed class InflateGuard(Stream inflated, Func<long> compressedBytes, ArchiveEntryRules rules) : ReadOnlyStream
{
    private const long FreeBytes = 64L << 20;
    private const int MaxRatio = 20;
    private long _bytes;

    public override int Read(Span<byte> buffer)
    {
        var count = inflated.Read(buffer);
        _bytes += count;
        if (_bytes > ArchiveEntryRules.MaxBytes || (_bytes > FreeBytes && _bytes > compressedBytes() * MaxRatio))
        {
            throw rules.Refuse("(data)", $"it grows to more than {_bytes:N0} bytes, out of proportion to the archive");
        }

        return count;
    }
}
