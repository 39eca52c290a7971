namespace GoToolchain.Environments;

/// <summary>A line of a file of Go settings.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Key">What it sets; null when Go passes over the line.</param>
/// <param name="Value">The value; bytes that are not UTF-8 are replaced by U+FFFD.</param>
/// <param name="Problem">What is wrong with it: one sentence; null when nothing is.</param>
internal sealed record GoEnvLine(int Number, string? Key, string Value, string? Problem = null);
