namespace GoToolchain.Recovery.Watching;

/// <summary>How a watched GOROOT is.</summary>
public enum GoRootState
{
    /// <summary>Every file is as it should be, and there is nothing else.</summary>
    Intact,

    /// <summary>Something is missing, changed or too much.</summary>
    Damaged,

    /// <summary>There is no directory of that name.</summary>
    Missing,
}
