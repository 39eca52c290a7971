namespace GoToolchain.Inspection.Rules;

/// <summary>
/// What the standard library of a version should hold. Only some releases were looked at: of the others it is said only what follows from their
/// neighbours. What both neighbours have is missed; what neither has does not belong there.
/// </summary>
internal sealed class LibraryExpectation
{
    // -1 and the number of releases when there is no neighbour on that side; the same for a release that was looked at.
    private readonly int _before;
    private readonly int _after;
    private readonly int _count;
    private readonly bool _isOfLineBefore;
    private readonly bool _isOfLineAfter;
    private readonly int _minor;
    private readonly bool _isUnreleased;

    /// <summary>Prepares it.</summary>
    /// <param name="library">The table.</param>
    /// <param name="version">A version of Go 1.</param>
    public LibraryExpectation(StandardLibrary library, GoVersion version)
    {
        var releases = library.Releases;
        _count = releases.Count;
        _before = -1;
        while (_before + 1 < _count && releases[_before + 1].CompareTo(version) <= 0)
        {
            _before++;
        }

        IsExact = _before >= 0 && releases[_before].CompareTo(version) == 0 && !version.IsDevel;
        _after = IsExact ? _before : _before + 1;
        _isOfLineBefore = _before >= 0 && GoVersion.CompareLine(releases[_before], version) == 0;
        _isOfLineAfter = _after < _count && GoVersion.CompareLine(releases[_after], version) == 0 && !version.IsPrerelease;
        _minor = GoLines.MinorOf(version) ?? throw new ArgumentException($"{version} is no version of Go 1.", nameof(version));
        _isUnreleased = version.IsPrerelease;
    }

    /// <summary>The release itself was looked at: everything is known.</summary>
    public bool IsExact { get; }

    /// <summary>A package has to be there.</summary>
    /// <param name="package">The package.</param>
    public bool Requires(LibraryPackage package)
    {
        // A public package stays for ever: Go 1 promises that (https://go.dev/doc/go1compat).
        var isPublished = package.PublicSince is { } since && since < _minor + (_isUnreleased ? 0 : 1);
        return IsExact ? package.Trees.Has(_before)
            : _after < _count ? Requires(package.Trees) || (isPublished && package.Trees.Has(_after))
            : Requires(package.Trees) || (isPublished && package.Trees.Has(_count - 1));
    }

    /// <summary>Something has to be there.</summary>
    /// <param name="trees">The releases that have it.</param>
    public bool Requires(ReleaseSet trees) => _before >= 0 && trees.Has(_before) && (_after < _count ? trees.Has(_after) : _isOfLineBefore);

    /// <summary>Without a package not even the smallest program can be compiled.</summary>
    /// <param name="package">The package.</param>
    public bool IsNeededByAll(LibraryPackage package) =>
        package.NeededIn.Has(Math.Max(_before, 0)) && package.NeededIn.Has(Math.Min(_after, _count - 1));

    /// <summary>A package of another version: it does not belong there.</summary>
    /// <param name="package">The package.</param>
    public bool Excludes(LibraryPackage package) =>
        Excludes(package.Trees) || (_before < 0 && package.PublicSince is not null && !package.Trees.Has(0));

    /// <summary>Something is of another version: it does not belong there.</summary>
    /// <param name="trees">The releases that have it.</param>
    public bool Excludes(ReleaseSet trees) =>
        _before < 0 ? _isOfLineAfter && !trees.Has(_after)
        : _after >= _count ? !trees.Has(_before)
        : !trees.Has(_before) && !trees.Has(_after);

    /// <summary>
    /// What is excluded could still be there in good order: files that came later are sometimes brought into patches of older lines. A single
    /// such file proves nothing.
    /// </summary>
    /// <param name="trees">The releases that have it.</param>
    public bool IsDoubtful(ReleaseSet trees) => !IsExact && !_isOfLineAfter && !trees.HasUpTo(_before);
}
