namespace GoToolchain;

/// <summary>What <see cref="GoToolchainManager.PruneAsync"/> did, or would do.</summary>
/// <param name="Toolchains">Every toolchain of the store, newest first.</param>
/// <param name="Archives">The archives and partial downloads that were removed: absolute paths.</param>
/// <param name="Bytes">What the removed toolchains and archives took, as far as it is known.</param>
public sealed record GoPruneReport(IReadOnlyList<GoPrunedToolchain> Toolchains, IReadOnlyList<string> Archives, long Bytes);

/// <summary>What became of one toolchain.</summary>
/// <param name="Root">GOROOT: absolute.</param>
/// <param name="IsRemoved">It was removed, or would be.</param>
/// <param name="Reason">Why, or why not: half a sentence.</param>
public sealed record GoPrunedToolchain(string Root, bool IsRemoved, string Reason);
