namespace GoToolchain.Recovery.Content;

/// <summary>What a tree is compared with, the best first.</summary>
public enum ContentBasis
{
    /// <summary>The manifest that was written when it was installed into the store.</summary>
    Installed,

    /// <summary>The manifest that was written when a user declared it to be right.</summary>
    Adopted,

    /// <summary>The manifest of the same release in the store.</summary>
    Store,

    /// <summary>Another tree of the same release on this machine.</summary>
    OtherTree,

    /// <summary>A snapshot.</summary>
    Snapshot,

    /// <summary>The archive of an earlier download.</summary>
    Archive,

    /// <summary>What the sources serve.</summary>
    Sources,
}
