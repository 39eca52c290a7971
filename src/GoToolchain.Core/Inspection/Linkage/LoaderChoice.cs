using GoToolchain.Inspection.Linkage.Elf;
using GoToolchain.Inspection.Linkage.Glibc;
using GoToolchain.Inspection.Linkage.Musl;

namespace GoToolchain.Inspection.Linkage;

/// <summary>The loader by whose rules a file is looked at.</summary>
/// <param name="Written">What the file asks for (PT_INTERP), else where the machine has its loader; null: nothing is known.</param>
/// <param name="Path">That file on this machine: absolute.</param>
/// <param name="Found">What is there.</param>
/// <param name="CLibrary">To which C library it belongs.</param>
/// <param name="Program">What was read from it; null when it is not there.</param>
internal sealed record LoaderChoice(string? Written, string? Path, ElfProbeResult Found, CLibrary CLibrary, LoaderProgram? Program)
{
    private static readonly ElfProbeResult s_missing = new(ElfProbeOutcome.Missing);

    /// <summary>It can be used.</summary>
    public bool IsUsable => Program is not null;

    /// <summary>Chooses: what the file names, or for a library the loader of the processes that can load it here.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="probe">Looks at files.</param>
    /// <param name="links">The file.</param>
    public static LoaderChoice Of(HostMachine host, ElfProbe probe, ElfLinks links)
    {
        if (links.Interpreter is { } written)
        {
            return Look(host, probe, links, written);
        }

        var arch = links.Machine.Arch;
        var choices = new[] { GlibcAbi.Loader(arch), MuslAbi.Loader(arch) }
            .OfType<string>()
            .Select(path => Look(host, probe, links, path))
            .ToList();
        if (BuiltFor(links) == CLibrary.Musl)
        {
            choices.Reverse();
        }

        return choices.Find(c => c.IsUsable) ?? choices.FirstOrDefault() ?? new LoaderChoice(null, null, s_missing, CLibrary.Other, null);
    }

    /// <summary>The C library that a file was built for, as far as the file tells.</summary>
    /// <param name="links">The file.</param>
    public static CLibrary BuiltFor(ElfLinks links) =>
        links.Interpreter is { } interpreter ? FromName(interpreter)
        : links.Needed.Any(MuslAbi.IsLibraryName) ? CLibrary.Musl
        : links.VersionNeeds.Any(v => v.Version.StartsWith("GLIBC_", StringComparison.Ordinal)) || links.Needed.Contains("libc.so.6")
            ? CLibrary.Glibc
        : CLibrary.None;

    private static LoaderChoice Look(HostMachine host, ElfProbe probe, ElfLinks links, string written)
    {
        if (!written.StartsWith('/'))
        {
            return new LoaderChoice(written, null, s_missing, FromName(written), null);
        }

        var path = host.Rooted(written);
        var found = probe.Look(path, links.Machine);
        var program = found.Outcome == ElfProbeOutcome.Fine ? LoaderProgram.Read(path) : null;
        var library = program is { CLibrary: not CLibrary.Other } ? program.CLibrary : FromName(written);
        return new LoaderChoice(written, path, found, library, program);
    }

    private static CLibrary FromName(string interpreter)
    {
        var file = interpreter[(interpreter.LastIndexOf('/') + 1)..];
        return MuslAbi.NameOf(interpreter) is not null ? CLibrary.Musl
            : file.StartsWith("ld-linux", StringComparison.Ordinal) || file is "ld64.so.1" or "ld64.so.2" or "ld.so.1" ? CLibrary.Glibc
            : CLibrary.Other;
    }
}
