namespace GoToolchain;

/// <summary>What an entry of PATH is.</summary>
public enum SearchPathEntryState
{
    /// <summary>A directory.</summary>
    Usable,

    /// <summary>The same directory as an earlier entry: it changes nothing.</summary>
    Duplicate,

    /// <summary>It does not exist.</summary>
    Missing,

    /// <summary>It is there, but is no directory.</summary>
    NotDirectory,

    /// <summary>This user may not look into it.</summary>
    Unreadable,

    /// <summary>Empty: a shell takes it for the current directory, so whatever lies there is run.</summary>
    Empty,

    /// <summary>A relative path: what it means changes with the current directory.</summary>
    Relative,

    /// <summary>It begins with a <c>~</c> that no shell has replaced.</summary>
    Tilde,
}
