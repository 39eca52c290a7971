namespace GoToolchain.Inspection.Rules;

/// <summary>A package of the standard library.</summary>
/// <param name="Trees">The releases that have it.</param>
/// <param name="NeededIn">The releases in which a program that prints a line needs it: without it nothing can be compiled.</param>
/// <param name="PublicSince">The minor number of the release whose API names it first; null: it is internal, or has no API file.</param>
internal sealed record LibraryPackage(ReleaseSet Trees, ReleaseSet NeededIn, int? PublicSince)
{
    private readonly Dictionary<string, LibraryFile> _files = new(StringComparer.Ordinal);

    /// <summary>Its source files for compiler and assembler, without tests.</summary>
    public IReadOnlyCollection<LibraryFile> Files => _files.Values;

    /// <summary>A file of that name, in any release; null when none has one.</summary>
    /// <param name="name">The name.</param>
    public LibraryFile? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trees">The releases that have it.</param>
    public void AddFile(string name, ReleaseSet trees) => _files.Add(name, new LibraryFile(name, trees));
}
