using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Watching;

/// <summary>What a watched tree should be.</summary>
/// <param name="Manifest">Every file.</param>
/// <param name="IsForeign">It is not a toolchain of the store: directories may be links, and what else was there belongs to it.</param>
internal sealed record ExpectedTree(Manifest Manifest, bool IsForeign)
{
    /// <summary>The files, arranged for looking up.</summary>
    public ExpectedFiles Files { get; } = new(Manifest);

    /// <summary>Links, and directories without files, that belong to a tree of others, with where a link leads.</summary>
    public IReadOnlyDictionary<string, string?> Others { get; init; } = new Dictionary<string, string?>();
}
