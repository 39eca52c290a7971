namespace GoToolchain;

/// <summary>How far the bytes of an installation have been proved, weakest first.</summary>
public enum GoTrust
{
    /// <summary>Nothing vouches for the bytes.</summary>
    Unverified,

    /// <summary>The SHA-256 in a release feed fits.</summary>
    FeedChecksum,

    /// <summary>The SHA-256 in the project's lock file fits.</summary>
    Pinned,

    /// <summary>An OpenPGP signature, or apt's signed archive, vouches for the bytes.</summary>
#pragma warning disable CA1720 // The word of the field for it; it has nothing to do with a signed number.
    Signed,
#pragma warning restore CA1720

    /// <summary>Go's public checksum log holds them.</summary>
    LogProved,
}
