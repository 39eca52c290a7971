namespace GoToolchain.Locating;

/// <summary>One kind of place in which a Go can be.</summary>
internal interface IGoPlace
{
    /// <summary>Which kind.</summary>
    GoOrigin Origin { get; }

    /// <summary>Where it looks, for people; docs/locating.md is checked against it, and it against <see cref="Look"/>.</summary>
    PlaceNote Note { get; }

    /// <summary>What is there. A directory that cannot be read is a sighting with that doubt, not an exception.</summary>
    /// <param name="host">The machine.</param>
    IEnumerable<GoSighting> Look(HostMachine host);
}
