namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>The tags of a dynamic section that matter here (elf.h, DT_*).</summary>
internal enum DynamicTag : ulong
{
    /// <summary>The end of the section.</summary>
    Null = 0,

    /// <summary>A library to load.</summary>
    Needed = 1,

    /// <summary>Address of the string table.</summary>
    StringTable = 5,

    /// <summary>Bytes of the string table.</summary>
    StringTableSize = 10,

    /// <summary>The library's own name.</summary>
    Soname = 14,

    /// <summary>Directories, inherited by the needs of needs.</summary>
    RPath = 15,

    /// <summary>Directories for the file's own needs.</summary>
    RunPath = 29,

    /// <summary>DT_FLAGS_1.</summary>
    Flags1 = 0x6ffffffb,

    /// <summary>Address of the versions that are defined.</summary>
    VersionDefinition = 0x6ffffffc,

    /// <summary>How many there are.</summary>
    VersionDefinitionCount = 0x6ffffffd,

    /// <summary>Address of the versions that are needed.</summary>
    VersionNeed = 0x6ffffffe,

    /// <summary>How many libraries they are needed from.</summary>
    VersionNeedCount = 0x6fffffff,

    /// <summary>A library that is loaded before, if it is there.</summary>
    Auxiliary = 0x7ffffffd,

    /// <summary>A library that is loaded before.</summary>
    Filter = 0x7fffffff,
}
