using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>Bytes in memory, whose reading is measured.</summary>
internal sealed class MeasuredSource(byte[] bytes) : ByteSource(bytes.Length)
{
    protected override int ReadCore(long offset, Span<byte> target)
    {
        var count = (int)Math.Min(target.Length, bytes.Length - offset);
        bytes.AsSpan((int)offset, count).CopyTo(target);
        return count;
    }
}
