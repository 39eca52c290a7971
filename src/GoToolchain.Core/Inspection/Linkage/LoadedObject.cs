using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>A file of a process, as its loader keeps it.</summary>
internal sealed class LoadedObject(LinkedFile file, ElfLinks links, LoadedObject? requester)
{
    /// <summary>What users see of it.</summary>
    public LinkedFile File => file;

    /// <summary>What its headers say.</summary>
    public ElfLinks Links => links;

    /// <summary>The file that first needed it; null for the first, for the loader and for what is preloaded.</summary>
    public LoadedObject? Requester => requester;

    /// <summary>The names under which it is known, so that it is not searched for again.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal) { file.Name };

    /// <summary>What <c>$ORIGIN</c> stands for in its paths.</summary>
    public required string Origin { get; init; }

    /// <summary>Whether a need of that name is this file. The glibc loader compares its DT_SONAME as well.</summary>
    public bool IsKnownAs(string name, bool bySoname) => Names.Contains(name) || (bySoname && links.Soname == name);
}
