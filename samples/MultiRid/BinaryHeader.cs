using System.Buffers.Binary;

namespace MultiRid;

/// <summary>What the first bytes of a program say about the platform that it is for.</summary>
internal static class BinaryHeader
{
    /// <summary>What <see cref="Read"/> says of a sidecar for a .NET runtime identifier.</summary>
    public static string Expect(string runtimeIdentifier)
    {
        var system =
            runtimeIdentifier.StartsWith("win-", StringComparison.Ordinal) ? "PE"
            : runtimeIdentifier.StartsWith("osx-", StringComparison.Ordinal) ? "Mach-O"
            : "ELF";
        var processor = runtimeIdentifier.Split('-')[^1];
        // Without cgo Go's programs for Linux need no loader and no C library: the same file runs with glibc and with musl.
        return system == "ELF" ? $"{system} {processor} static" : $"{system} {processor}";
    }

    /// <summary>Reads it from a file.</summary>
    public static string Read(string file)
    {
        var head = new byte[4096];
        using var stream = File.OpenRead(file);
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadUInt32BigEndian(head) switch
        {
            0x7F454C46 => $"ELF {Elf(head)}",
            0xCFFAEDFE => $"Mach-O {MachO(head)}",
            _ when head.AsSpan().StartsWith("MZ"u8) => $"PE {Pe(head)}",
            _ => "no program",
        };
    }

    // e_machine; and whether a program header of the type PT_INTERP names a loader (https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html).
    private static string Elf(ReadOnlySpan<byte> head)
    {
        var processor = BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) switch
        {
            62 => "x64",
            183 => "arm64",
            _ => "other",
        };
        var offset = (int)BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(head[54..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);
        for (var i = 0; i < count && offset + ((i + 1) * size) <= head.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(head[(offset + (i * size))..]) == 3)
            {
                return $"{processor} dynamic";
            }
        }

        return $"{processor} static";
    }

    // The machine in the COFF header (https://learn.microsoft.com/windows/win32/debug/pe-format).
    private static string Pe(ReadOnlySpan<byte> head)
    {
        var offset = BinaryPrimitives.ReadInt32LittleEndian(head[0x3C..]) + 4;
        return offset is < 0 or > 4000
            ? "other"
            : BinaryPrimitives.ReadUInt16LittleEndian(head[offset..]) switch
            {
                0x8664 => "x64",
                0xAA64 => "arm64",
                _ => "other",
            };
    }

    // cputype (mach/machine.h).
    private static string MachO(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) switch
        {
            0x01000007 => "x64",
            0x0100000C => "arm64",
            _ => "other",
        };
}
