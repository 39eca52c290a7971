namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>prune</c>.</summary>
/// <param name="DryRun">Nothing was removed; it says what would be.</param>
/// <param name="Toolchains">Every toolchain of the store.</param>
/// <param name="Archives">The archives that went.</param>
/// <param name="Bytes">What was freed.</param>
internal sealed record PruneDocument(bool DryRun, IReadOnlyList<PrunedMember> Toolchains, IReadOnlyList<string> Archives, long Bytes)
    : ToolDocument
{
    public static PruneDocument Of(GoPruneReport report, bool dryRun) =>
        new(dryRun, [.. report.Toolchains.Select(t => new PrunedMember(t.Root, t.IsRemoved, t.Reason))], report.Archives, report.Bytes);
}

/// <summary>What became of a toolchain.</summary>
internal sealed record PrunedMember(string Root, bool Removed, string Reason);
