using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>The process that a file would become, or be loaded into: what the diagnoses look at.</summary>
internal sealed class ElfProcess
{
    /// <summary>The machine.</summary>
    public required HostMachine Host { get; init; }

    /// <summary>The file that was asked about.</summary>
    public required LoadedObject Main { get; init; }

    /// <summary>Every file of the process, the first is <see cref="Main"/>.</summary>
    public required IReadOnlyList<LoadedObject> Objects { get; init; }

    /// <summary>The loader.</summary>
    public required LoaderChoice Loader { get; init; }

    /// <summary>Its rules.</summary>
    public required LibrarySearch Search { get; init; }

    /// <summary>What is preloaded, each with where that is said.</summary>
    public required IReadOnlyList<(LibraryNeed Need, string SaidBy)> Preloads { get; init; }

    /// <summary>The program is setuid or setgid.</summary>
    public required bool IsSecure { get; init; }

    /// <summary>Whether there were more needs than were looked at.</summary>
    public required bool IsCutShort { get; init; }

    /// <summary>The file takes part in loading.</summary>
    public bool IsDynamic => Main.Links is { IsDynamic: true } links && (links.Interpreter is not null || !links.IsProgram);

    /// <summary>It is for the processor and system of this machine.</summary>
    public bool IsForThisMachine => Host.Platform.Os == "linux" && Fits(Main.Links.Machine, Host.Platform.Arch);

    /// <summary>The needs for which nothing was found, one for each name, with the first file that has it.</summary>
    public IEnumerable<(LoadedObject By, LibraryNeed Need)> Missing =>
        Objects
            .SelectMany(o => o.File.Needs.Where(n => n is { IsFound: false, IsOptional: false }).Select(n => (By: o, Need: n)))
            .DistinctBy(m => m.Need.Name);

    /// <summary>The file of the process that has a name.</summary>
    public LoadedObject? Find(string name) => Objects.FirstOrDefault(o => o.IsKnownAs(name, Search.KnowsBySoname));

    // 64-bit kernels of these run 32-bit programs too.
    private static bool Fits(ElfMachine machine, string arch) =>
        machine.Arch == arch || (machine.Arch, arch) is ("386", "amd64") or ("arm", "arm64");
}
