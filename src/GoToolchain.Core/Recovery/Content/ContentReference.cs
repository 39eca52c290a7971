using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>What a tree should hold, and who says so.</summary>
/// <param name="Manifest">Every file.</param>
/// <param name="Basis">The kind of witness.</param>
/// <param name="Name">The witness, for people.</param>
internal sealed record ContentReference(Manifest Manifest, ContentBasis Basis, string Name)
{
    /// <summary>When the tree itself was known to be like that; null: never.</summary>
    public DateTimeOffset? KnownGoodAt { get; init; }

    /// <summary>How the tree is to be compared with it.</summary>
    /// <param name="deep">Hash every file.</param>
    public ContentOptions ToOptions(bool deep) =>
        new()
        {
            Deep = deep,
            KnownGoodAt = KnownGoodAt,
            LooseModes = Basis is not (ContentBasis.Installed or ContentBasis.Adopted),
            AllowLinks = Basis != ContentBasis.Installed,
        };
}
