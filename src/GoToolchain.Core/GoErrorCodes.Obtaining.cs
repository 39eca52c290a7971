namespace GoToolchain;

/// <summary>The codes of lock files, links, packages and the layout of the store.</summary>
public static partial class GoErrorCodes
{
    /// <summary>The lock file does not pin what the project, or the caller, asks for.</summary>
    public static GoErrorCode LockDrift { get; } = new("GOTC2040", 1, "Lock file out of date");

    /// <summary>What a source serves is not what the lock file pins.</summary>
    public static GoErrorCode LockMismatch { get; } = new("GOTC2041", 5, "Not the archive that is locked");

    /// <summary>The store was made by a newer version of GoToolchain.Net, which arranges it in another way.</summary>
    public static GoErrorCode NewerStore { get; } = new("GOTC2042", 7, "Store of a newer version");

    /// <summary>The stable link cannot be made there: something that is no link to a Go is in its place, or the place cannot be written.</summary>
    public static GoErrorCode LinkRefused { get; } = new("GOTC2043", 7, "Link cannot be made");

    /// <summary>The toolchain cannot be made into a package: it is not as it was installed, has no version that NuGet could order, or is too large.</summary>
    public static GoErrorCode CannotPack { get; } = new("GOTC2044", 5, "Toolchain cannot be packed");

    private static IReadOnlyList<GoErrorCode> Obtaining => [LockDrift, LockMismatch, NewerStore, LinkRefused, CannotPack];
}
