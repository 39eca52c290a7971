namespace GoToolchain.Inspection.Binaries;

/// <summary>A universal ("fat") file of macOS: several Mach-O files, one for each machine; see mach-o/fat.h. Its numbers are big-endian.</summary>
internal static class UniversalFile
{
    private const uint Magic32 = 0xcafebabe;
    private const uint Magic64 = 0xcafebabf;

    // Java's class files begin with the same number; their version, at least 45, is where the count is here.
    private const uint MostSlices = 42;

    /// <summary>The file is a universal one.</summary>
    /// <param name="head">Its first eight bytes.</param>
    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        var fields = new Fields(head, isLittle: false);
        return fields.Word(0) is Magic32 or Magic64 && fields.Word(4) is > 0 and <= MostSlices;
    }

    /// <summary>The machines of a universal file, and the first Mach-O file in it, which is the one that Go reads too.</summary>
    /// <param name="source">The file.</param>
    /// <returns>GOARCH of each; a machine that Go has no port to is left out.</returns>
    public static (MachOImage First, IReadOnlyList<string> Architectures) Open(ByteSource source)
    {
        Span<byte> entry = stackalloc byte[32];
        source.ReadExactly(0, entry[..8], "the universal header");
        var header = new Fields(entry, isLittle: false);
        var (is64, count) = (header.Word(0) == Magic64, (int)header.Word(4));
        var size = is64 ? 32 : 20;
        ulong? first = null;
        var architectures = new List<string>();
        for (var i = 0; i < count; i++)
        {
            source.ReadExactly((ulong)(8 + (i * size)), entry[..size], "the universal header");
            var slice = new Fields(entry, isLittle: false);
            first ??= slice.Address(8, is64);
            if (MachineArch.MachO(slice.Word(0)) is { } arch)
            {
                architectures.Add(arch);
            }
        }

        return (new MachOImage(source, first!.Value), architectures);
    }
}
