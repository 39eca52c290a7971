using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Linkage.Diagnoses;
using GoToolchain.Inspection.Linkage.Elf;
using GoToolchain.Inspection.Linkage.MacOS;
using GoToolchain.Inspection.Linkage.Windows;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Reads the linkage of a file, whatever its format is.</summary>
internal static class LinkageReader
{
    /// <summary>Reads it.</summary>
    /// <exception cref="GoToolchainException">It is not there, may not be read, or its format is none of ours.</exception>
    public static LinkageReport Read(string file, HostMachine host, LinkageOptions options)
    {
        using var source = BinaryFileAccess.Open(file);
        return BinaryFileAccess.Guard(
            file,
            () =>
            {
                try
                {
                    return Read(file, source, host, options);
                }
                catch (BinaryDamageException e)
                {
                    throw Refuse(file, e.Message, e);
                }
            }
        );
    }

    private static LinkageReport Read(string file, ByteSource source, HostMachine host, LinkageOptions options)
    {
        Span<byte> start = stackalloc byte[4];
        var head = start[..source.Read(0, start)];
        return head.StartsWith("MZ"u8) ? PeLinkage.Read(file, source, host)
            : head.StartsWith("\u007fELF"u8) ? ReadElf(file, source, host, options)
            : MachOLinksReader.IsMachO(head) ? MachOLinkage.Read(file, source, host)
            : throw Refuse(file, BinaryFormats.WhyNone(source), null);
    }

    private static LinkageReport ReadElf(string file, ByteSource source, HostMachine host, LinkageOptions options)
    {
        var process = ElfProcessBuilder.Build(host, file, ElfLinksReader.Read(source), options);
        return new LinkageReport
        {
            File = process.Main.File,
            Format = ExecutableFormat.Elf,
            IsProgram = process.Main.Links is { IsProgram: true } or { Interpreter: not null },
            IsDynamic = process.IsDynamic,
            CLibrary = process.IsDynamic ? LoaderChoice.BuiltFor(process.Main.Links) : CLibrary.None,
            Interpreter = process.Main.Links.Interpreter,
            LoaderPath = process.IsDynamic && process.Loader.IsUsable ? process.Loader.Path : null,
            Files = [.. process.Objects.Select(o => o.File)],
            Findings = LinkageDiagnoses.Of(process),
            IsCutShort = process.IsCutShort,
        };
    }

    private static GoToolchainException Refuse(string file, string problem, Exception? inner) =>
        new(
            GoErrorCodes.NotAProgram,
            $"{file} is no program or library whose needs can be read: {problem}.",
            file,
            "Check that it is the right file, and that it was copied or downloaded completely.",
            inner
        );
}
