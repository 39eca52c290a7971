namespace GoToolchain;

/// <summary>The codes of lock files, links, packages and the layout of the store.</summary>
public static partial class GoErrorCodes
{
    /// <summary>The lock file does not pin what the project, or the caller, asks for.</summary>
    public static GoErrorCode LockDrift { get; } = new("GOTC2040", 1, "Lock file out of date");

    /// <summary>What a source serves is not what the lock file pins.</summary>
    public static GoErrorCode LockMismatch { get; } = new("GOTC2041", 5, "Not the archive that is locked");

    private static IReadOnlyList<GoErrorCode> Obtaining => [LockDrift, LockMismatch];
}
