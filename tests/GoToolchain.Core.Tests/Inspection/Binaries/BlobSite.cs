using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>The place of the build information in a program: in the file, and in memory.</summary>
/// <param name="Offset">Where it is in the file.</param>
/// <param name="Address">Where it is loaded to.</param>
internal readonly record struct BlobSite(int Offset, ulong Address)
{
    public static BlobSite Find(byte[] file)
    {
        using var source = new StreamByteSource(new MemoryStream(file));
        var image = BinaryFormats.Open(source, out _)!;
        var (start, size) = image.BuildInfoArea!.Value;
        var area = (int)image.Map(start)!.Value.Offset;
        var distance = file.AsSpan(area, (int)Math.Min((long)size, file.Length - area)).IndexOf((byte[])[0xff, .. " Go buildinf:"u8]);
        Assert.True(distance >= 0);
        return new BlobSite(area + distance, start + (ulong)distance);
    }
}
