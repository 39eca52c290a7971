namespace GoToolchain;

/// <summary>Where <c>go install</c> puts programs.</summary>
/// <param name="Path">Absolute; null when it would refuse.</param>
/// <param name="Source">The variable that decides: <c>GOBIN</c> or <c>GOPATH</c>.</param>
/// <param name="IsOnSearchPath">A shell finds what is installed there.</param>
/// <param name="Problem">Why it refuses, or what is surprising: one sentence; null when nothing is.</param>
public sealed record GoInstallDirectory(string? Path, string Source, bool IsOnSearchPath, string? Problem);
