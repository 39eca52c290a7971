namespace GoToolchain;

/// <summary>Why a loader does not take a file that has the right name.</summary>
public enum LibraryRejectionReason
{
    /// <summary>It is for another machine. The loader goes on looking.</summary>
    OtherMachine,

    /// <summary>This user may not read it. The loader goes on looking.</summary>
    Unreadable,

    /// <summary>It is no library: empty, cut short, a text, a directory. The loader gives up at once.</summary>
    Damaged,
}
