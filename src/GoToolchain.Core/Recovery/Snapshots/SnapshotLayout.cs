using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>The fixed places of snapshots in a store.</summary>
/// <param name="Store">The store.</param>
internal sealed record SnapshotLayout(StoreLayout Store)
{
    /// <summary>The name under which all changes are locked and staged.</summary>
    public const string LockName = "snapshots";

    /// <summary>Contents by their SHA-256: <c>ab/cdef…</c>, or <c>ab/cdef….gz</c>.</summary>
    public string Objects => Path.Combine(Store.Snapshots, "objects");

    /// <summary>One directory for each snapshot: complete or absent.</summary>
    public string Catalog => Path.Combine(Store.Snapshots, "catalog");

    /// <summary>The plain object of a content.</summary>
    public string Object(Sha256Digest digest)
    {
        var name = digest.ToString();
        return Path.Combine(Objects, name[..2], name[2..]);
    }

    /// <summary>The directory of a snapshot.</summary>
    public string Snapshot(string id) => Path.Combine(Catalog, id);
}
