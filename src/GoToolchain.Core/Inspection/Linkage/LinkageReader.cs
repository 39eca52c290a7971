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
    /// <exception cref="GoToolchainException">There is no regular file.</exception>
    /// <exception cref="BinaryDamageException">The format is not known, or the headers lie.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LinkageReport Read(string file, HostMachine host, LinkageOptions options)
    {
        RequireFile(file);
        using var source = FileByteSource.Open(file);
        Span<byte> start = stackalloc byte[4];
        var head = start[..source.Read(0, start)];
        return head.StartsWith("MZ"u8) ? PeLinkage.Read(file, source, host)
            : MachOLinksReader.IsMachO(head) ? MachOLinkage.Read(file, source, host)
            : head.StartsWith("#!"u8) ? throw new BinaryDamageException("it is a script, which needs an interpreter and no library")
            : ReadElf(file, source, host, options);
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

    private static void RequireFile(string file)
    {
        var facts = FileFacts.Of(file);
        var problem = facts switch
        {
            { Kind: FileKind.Missing } => "does not exist",
            { Kind: FileKind.DanglingLink } => "is a link that leads nowhere",
            { Kind: FileKind.Directory } => "is a directory",
            { Length: 0 } => "is empty or no regular file",
            _ => null,
        };
        if (problem is not null)
        {
            throw new GoToolchainException(
                GoErrorCodes.FileNotInspectable,
                $"{file} {problem}.",
                file,
                "Name a program or a shared library."
            );
        }
    }
}
