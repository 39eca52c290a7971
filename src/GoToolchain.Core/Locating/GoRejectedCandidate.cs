namespace GoToolchain;

/// <summary>A candidate, and why it was not chosen.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Reason">Why not, in words that stand alone.</param>
public sealed record GoRejectedCandidate(GoCandidate Candidate, string Reason);
