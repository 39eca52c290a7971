namespace GoToolchain.Engineering;

/// <summary>A test that did not pass, and why.</summary>
internal sealed record TestOutcome(string Test, string Reason);
