namespace GoToolchain.Testing;

/// <summary>How the search for a Go ended.</summary>
public enum GoTestStatus
{
    /// <summary>There is one, known to be usable.</summary>
    Ready,

    /// <summary>There is none. <see cref="GoTestToolchain.Failure"/> says why.</summary>
    Unavailable,
}
