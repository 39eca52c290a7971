using GoToolchain.Inspection.Binaries;
using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Looks at files that a loader would try to open.</summary>
internal sealed class ElfProbe
{
    private readonly Dictionary<string, ElfProbeResult> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at a file as a loader for that machine does.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="machine">The machine of the process; null: any.</param>
    public ElfProbeResult Look(string path, ElfMachine? machine)
    {
        if (!_known.TryGetValue(path, out var result))
        {
            result = LookAnew(path, machine);
            // What is not there is asked for thousands of times by a hostile file; only what is there is worth keeping.
            if (result.Outcome != ElfProbeOutcome.Missing)
            {
                _known[path] = result;
            }
        }

        return result;
    }

    private static ElfProbeResult LookAnew(string path, ElfMachine? machine)
    {
        try
        {
            var facts = FileFacts.Of(path);
            return facts switch
            {
                { Kind: FileKind.Missing or FileKind.DanglingLink } => new ElfProbeResult(ElfProbeOutcome.Missing),
                { Kind: FileKind.Directory } => new ElfProbeResult(ElfProbeOutcome.Damaged, Detail: "it is a directory"),
                { Length: 0 } => new ElfProbeResult(ElfProbeOutcome.Damaged, Detail: "it is empty or no regular file"),
                _ => Read(path, machine),
            };
        }
        catch (UnauthorizedAccessException)
        {
            return new ElfProbeResult(ElfProbeOutcome.Unreadable, Detail: "this user may not read it");
        }
        catch (IOException e)
        {
            // Names that are too long, links that lead in a circle, a file system that fails: for the loader it is not there.
            return new ElfProbeResult(ElfProbeOutcome.Missing, Detail: e.Message);
        }
    }

    private static ElfProbeResult Read(string path, ElfMachine? machine)
    {
        using var source = FileByteSource.Open(path);
        try
        {
            var identity = ElfIdentity.Read(source);
            if (machine is { } wanted && identity.Machine != wanted)
            {
                return new ElfProbeResult(ElfProbeOutcome.OtherMachine, Detail: $"it is for {identity.Machine}, not {wanted}");
            }

            // The loader of Linux takes ELFOSABI_NONE and ELFOSABI_GNU (elf/dl-load.c, VALID_ELF_OSABI).
            if (machine is not null && identity.System is not (0 or 3))
            {
                return new ElfProbeResult(ElfProbeOutcome.Damaged, Detail: "it is for another operating system");
            }

            return new ElfProbeResult(ElfProbeOutcome.Fine, ElfLinksReader.Read(source));
        }
        catch (BinaryDamageException e)
        {
            return new ElfProbeResult(ElfProbeOutcome.Damaged, Detail: e.Message);
        }
    }
}
