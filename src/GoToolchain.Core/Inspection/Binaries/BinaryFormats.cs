namespace GoToolchain.Inspection.Binaries;

/// <summary>Recognizes what a file is by its first bytes.</summary>
internal static class BinaryFormats
{
    private const int HeadLength = 16;

    /// <summary>Opens a program or library.</summary>
    /// <param name="source">The file.</param>
    /// <param name="architectures">The machines of a universal file of macOS; else empty.</param>
    /// <returns>Null when it is neither.</returns>
    /// <exception cref="BinaryDamageException">Its headers contradict the file.</exception>
    public static BinaryImage? Open(ByteSource source, out IReadOnlyList<string> architectures)
    {
        architectures = [];
        Span<byte> head = stackalloc byte[HeadLength];
        if (source.Read(0, head) < HeadLength)
        {
            return null;
        }

        if (head.StartsWith("\u007fELF"u8))
        {
            return new ElfImage(source);
        }

        if (IsMachO(head))
        {
            return new MachOImage(source);
        }

        if (UniversalFile.IsOne(head))
        {
            (var first, architectures) = UniversalFile.Open(source);
            return first;
        }

        return head.StartsWith("MZ"u8) ? new PeImage(source) : null;
    }

    /// <summary>Why a file is no program, as a sentence without its full stop.</summary>
    /// <param name="source">The file.</param>
    public static string WhyNone(ByteSource source)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..source.Read(0, head)];
        return head switch
        {
            [] => "it is empty",
            _ when head.StartsWith("#!"u8) => "it is a script",
            _ when head.StartsWith("!<arch>\n"u8) =>
                "it is an archive: a static library (-buildmode=c-archive) or compiled Go package, into which Go writes no build information",
            _ when head.StartsWith("\0asm"u8) => "it is a WebAssembly module, into which Go writes no build information",
            [0x1f, 0x8b, ..] => "it is compressed (gzip)",
            _ when head.StartsWith("PK"u8) => "it is a zip archive",
            [0xca, 0xfe, 0xba, 0xbe, ..] => "it is a Java class file",
            _ when head.Length < HeadLength => $"it has {head.Length} bytes, which is too short for a program",
            _ => "its first bytes are those of none of ELF, PE and Mach-O",
        };
    }

    private static bool IsMachO(ReadOnlySpan<byte> head) =>
        new Fields(head, isLittle: true).Word(0) is 0xfeedface or 0xfeedfacf or 0xcefaedfe or 0xcffaedfe;
}
