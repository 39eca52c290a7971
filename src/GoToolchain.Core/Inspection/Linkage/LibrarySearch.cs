using GoToolchain.Inspection.Linkage.Elf;

namespace GoToolchain.Inspection.Linkage;

/// <summary>The rules by which a loader finds libraries.</summary>
/// <param name="probe">Looks at files.</param>
/// <param name="machine">The machine of the process.</param>
internal abstract class LibrarySearch(ElfProbe probe, ElfMachine machine)
{
    // A hostile file can name thousands of libraries and directories; a real program needs some hundreds of looks.
    private const int MostLooks = 200_000;

    // Of one file, before those that are the same are left out.
    private const int MostPlaces = 4096;

    private readonly Dictionary<LoadedObject, IReadOnlyList<LibrarySearchPlace>> _places = [];
    private int _looks;

    /// <summary>It was asked to look at more files than it does.</summary>
    public bool IsCutShort => _looks > MostLooks;

    /// <summary>The entries of LD_LIBRARY_PATH.</summary>
    public abstract IReadOnlyList<PathEntry> LibraryPath { get; }

    /// <summary>The entries of DT_RPATH or DT_RUNPATH of a file.</summary>
    /// <param name="list">One of the two; null: none.</param>
    /// <param name="owner">The file.</param>
    public abstract IReadOnlyList<PathEntry> Split(string? list, LoadedObject owner);

    /// <summary>The loader compares names with DT_SONAME.</summary>
    public abstract bool KnowsBySoname { get; }

    /// <summary>The loader checks symbol versions.</summary>
    public abstract bool ChecksVersions { get; }

    /// <summary>Whether the loader takes a name to be itself, whatever files there are.</summary>
    public virtual bool IsLoader(string name) => false;

    /// <summary>Searches for a library.</summary>
    /// <param name="name">The name of the need.</param>
    /// <param name="requester">The file that has the need.</param>
    /// <param name="withLibraryPath">False: as if LD_LIBRARY_PATH were not set.</param>
    public FoundLibrary Find(string name, LoadedObject requester, bool withLibraryPath = true)
    {
        var rejected = new List<LibraryRejection>();
        if (name.Contains('/', StringComparison.Ordinal))
        {
            var path = Absolute(Expand(name, requester) ?? name);
            return (path is null ? null : Try(path, LibraryOrigin.Path, rejected, out _)) is { } links
                ? new FoundLibrary(path, links, LibraryOrigin.Path, rejected, [])
                : new FoundLibrary(null, null, LibraryOrigin.NotFound, rejected, []);
        }

        var places = Places(requester);
        foreach (var place in places)
        {
            if (!place.Exists || (place.Origin == LibraryOrigin.LibraryPath && !withLibraryPath))
            {
                continue;
            }

            foreach (var path in Candidates(place, name, requester))
            {
                if (Try(path, place.Origin, rejected, out var givesUp) is { } links)
                {
                    return new FoundLibrary(path, links, place.Origin, rejected, places);
                }

                if (givesUp)
                {
                    return new FoundLibrary(null, null, LibraryOrigin.NotFound, rejected, places);
                }
            }
        }

        return new FoundLibrary(null, null, LibraryOrigin.NotFound, rejected, places);
    }

    /// <summary>Where the needs of a file are looked for, in order.</summary>
    /// <param name="requester">The file.</param>
    public IReadOnlyList<LibrarySearchPlace> Places(LoadedObject requester)
    {
        if (!_places.TryGetValue(requester, out var places))
        {
            places = [.. ListPlaces(requester).Take(MostPlaces).DistinctBy(p => p.Place)];
            _places[requester] = places;
        }

        return places;
    }

    /// <summary>Lists the places, one after the other; the same may come twice.</summary>
    protected abstract IEnumerable<LibrarySearchPlace> ListPlaces(LoadedObject requester);

    /// <summary>The files that may be the library, in one place.</summary>
    protected abstract IEnumerable<string> Candidates(LibrarySearchPlace place, string name, LoadedObject requester);

    /// <summary>Replaces <c>$ORIGIN</c> and the like; null when the loader refuses the text.</summary>
    public abstract string? Expand(string text, LoadedObject requester);

    /// <summary>Makes a path absolute; null when it depends on a current directory that is not known.</summary>
    protected abstract string? Absolute(string path);

    private ElfLinks? Try(string path, LibraryOrigin origin, List<LibraryRejection> rejected, out bool givesUp)
    {
        if (++_looks > MostLooks)
        {
            givesUp = true;
            return null;
        }

        var result = probe.Look(path, machine);
        LibraryRejectionReason? reason = result.Outcome switch
        {
            ElfProbeOutcome.OtherMachine => LibraryRejectionReason.OtherMachine,
            ElfProbeOutcome.Unreadable => LibraryRejectionReason.Unreadable,
            ElfProbeOutcome.Damaged => LibraryRejectionReason.Damaged,
            // A program that is linked as if it were a library, and a file without a dynamic section, end the search too.
            ElfProbeOutcome.Fine when !result.Links!.IsDynamic => LibraryRejectionReason.Damaged,
            _ => null,
        };
        givesUp = reason == LibraryRejectionReason.Damaged;
        if (reason is not { } because)
        {
            return result.Links;
        }

        var detail = result.Outcome == ElfProbeOutcome.Fine ? "it is a static program" : result.Detail;
        rejected.Add(new LibraryRejection(path, origin, because, detail));
        return null;
    }
}
