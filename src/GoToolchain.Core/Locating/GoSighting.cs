using GoToolchain.Verification;

namespace GoToolchain.Locating;

/// <summary>A place's word that there may be a Go.</summary>
/// <param name="Root">The GOROOT, as spelled; for a <c>go</c> without a GOROOT around it, that file.</param>
/// <param name="FoundAs">The path through which it was found.</param>
internal sealed record GoSighting(string Root, string FoundAs)
{
    /// <summary>What is wrong with it, when the place knows that already; null: its files decide.</summary>
    public GoVerdict? Doubt { get; init; }

    /// <summary>The doubt in words: one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it starts, when it is a launcher; see <see cref="GoCandidate.LeadsTo"/>.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>How far the place vouches for the bytes.</summary>
    public GoTrust Trust { get; init; }

    /// <summary>The archive that it was installed from, when the place knows.</summary>
    public Sha256Digest? ArchiveDigest { get; init; }
}
