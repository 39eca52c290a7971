namespace GoToolchain.Store;

/// <summary>The fixed places inside a store. All paths are absolute; nothing is created by asking.</summary>
/// <param name="Directory">The store.</param>
public sealed record StoreLayout(string Directory)
{
    /// <summary>Complete toolchains; each name is a GOROOT or absent.</summary>
    public string Toolchains => Path.Combine(Directory, "toolchains");

    /// <summary>What was installed, from where, how far trusted.</summary>
    public string Receipts => Path.Combine(Directory, "receipts");

    /// <summary>Every file of a toolchain with size, mode and SHA-256.</summary>
    public string Manifests => Path.Combine(Directory, "manifests");

    /// <summary>Verified archives, and partial ones.</summary>
    public string Downloads => Path.Combine(Directory, "downloads");

    /// <summary>Lock files. They stay: removing a lock file would let two processes hold "the" lock.</summary>
    public string Locks => Path.Combine(Directory, "locks");

    /// <summary>Work in progress, on the same volume as <see cref="Toolchains"/>.</summary>
    public string Staging => Path.Combine(Directory, "staging");

    /// <summary>One small file for each stable link that leads into the store, wherever the link itself is.</summary>
    public string Links => Path.Combine(Directory, "links");

    /// <summary>Says which layout the store has; see docs/store.md.</summary>
    public string VersionFile => Path.Combine(Directory, "store.json");

    /// <summary>Snapshots of GOROOTs, and the contents that they share.</summary>
    public string Snapshots => Path.Combine(Directory, "snapshots");

    /// <summary>The package indexes that sources keep, for example apt's.</summary>
    public string Indexes => Path.Combine(Directory, "indexes");

    /// <summary>What has been seen of checksum databases: the newest head of each, and proved pieces of their logs.</summary>
    public string ChecksumDatabases => Path.Combine(Directory, "sumdb");

    /// <summary>Repairs that have begun, each with the manifest of the tree that it mends, until they have ended.</summary>
    public string Journal => Path.Combine(Directory, "journal");

    /// <summary>What repairs have moved out of trees instead of deleting it.</summary>
    public string Quarantine => Path.Combine(Directory, "quarantine");

    /// <summary>The manifests of trees that somebody else has installed, and that a user has declared to be right.</summary>
    public string Adopted => Path.Combine(Directory, "adopted");

    /// <summary>The GOROOT of a toolchain.</summary>
    /// <param name="name">For example <c>go1.24.4.linux-amd64</c>.</param>
    public string Toolchain(string name) => Path.Combine(Toolchains, name);

    /// <summary>The receipt of a toolchain.</summary>
    /// <param name="name">The toolchain.</param>
    public string Receipt(string name) => Path.Combine(Receipts, name + ".json");

    /// <summary>The manifest of a toolchain.</summary>
    /// <param name="name">The toolchain.</param>
    public string Manifest(string name) => Path.Combine(Manifests, name + ".bin");

    /// <summary>The lock file of a toolchain, or of anything else that has a name.</summary>
    /// <param name="name">The toolchain.</param>
    public string Lock(string name) => Path.Combine(Locks, name + ".lock");

    // The name of the toolchain, a dot and one word without a dot: so whoever sweeps can tell whose lock it needs.
    internal string NewStaging(string name) =>
        Path.Combine(Staging, $"{name}.{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
}
