namespace GoToolchain;

/// <summary>The steps of an installation, in order.</summary>
public enum GoProgressPhase
{
    /// <summary>Asking the sources what they offer.</summary>
    Resolving,

    /// <summary>Another process installs the same toolchain; its end is awaited.</summary>
    WaitingForLock,

    /// <summary>Receiving, hashing and unpacking.</summary>
    Downloading,

    /// <summary>Unpacking what has been received.</summary>
    Unpacking,

    /// <summary>Checking that the tree is complete, and recording it.</summary>
    Verifying,

    /// <summary>Done: the toolchain is in its place.</summary>
    Installed,
}
