namespace GoToolchain;

/// <summary>Everything on a machine that may hold a Go, and which of it would be used.</summary>
/// <param name="Wanted">What is wanted; null: any.</param>
/// <param name="WantedPlace">The file and line that says so; null when the caller does.</param>
/// <param name="Used">The one that would be used; null when none will do.</param>
/// <param name="Candidates">All, in the order in which they were found, each with the reason why it is not the one; empty for the one.</param>
public sealed record GoSurvey(GoVersionSpec? Wanted, string? WantedPlace, GoCandidate? Used, IReadOnlyList<GoRejectedCandidate> Candidates);
