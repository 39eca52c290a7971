namespace GoToolchain.Inspection.Trees;

/// <summary>What an examination of a GOROOT has found.</summary>
/// <param name="Root">GOROOT.</param>
/// <param name="Platform">The platform that it is for.</param>
/// <param name="Versions">What its parts say about their version.</param>
/// <param name="Findings">All that is wrong.</param>
internal sealed record GoRootCondition(string Root, GoPlatform Platform, TreeVersions Versions, IReadOnlyList<GoRootFinding> Findings)
{
    /// <summary>What is wrong with a part.</summary>
    /// <param name="area">The part.</param>
    public IEnumerable<GoRootFinding> In(GoRootArea area) => Findings.Where(f => f.Area == area);
}
