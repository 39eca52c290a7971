using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>The end of a search.</summary>
/// <param name="Path">What was found: absolute; null: nothing.</param>
/// <param name="Links">What its headers say.</param>
/// <param name="Origin">By which rule.</param>
/// <param name="Rejected">What had the right name and was not taken.</param>
/// <param name="Searched">Where was looked.</param>
internal sealed record FoundLibrary(
    string? Path,
    ElfLinks? Links,
    LibraryOrigin Origin,
    IReadOnlyList<LibraryRejection> Rejected,
    IReadOnlyList<LibrarySearchPlace> Searched
);
