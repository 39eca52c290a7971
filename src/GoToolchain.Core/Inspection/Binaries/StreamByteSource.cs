namespace GoToolchain.Inspection.Binaries;

/// <summary>The bytes of a stream that can seek. The stream stays open.</summary>
/// <param name="stream">The stream.</param>
internal sealed class StreamByteSource(Stream stream) : ByteSource(stream.Length)
{
    protected override int ReadCore(long offset, Span<byte> target)
    {
        stream.Position = offset;
        return stream.Read(target);
    }
}
