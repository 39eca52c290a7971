namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>A symbol version that a file wants to find in a library (an entry of DT_VERNEED).</summary>
/// <param name="Library">Name of the library, as it stands in DT_NEEDED.</param>
/// <param name="Version">For example <c>GLIBC_2.34</c>.</param>
/// <param name="IsWeak">VER_FLG_WEAK: the loader starts the program without it.</param>
internal readonly record struct ElfVersionNeed(string Library, string Version, bool IsWeak);
