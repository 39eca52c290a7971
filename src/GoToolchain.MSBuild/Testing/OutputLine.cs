namespace GoToolchain.MSBuild.Testing;

/// <summary>One line that a test printed.</summary>
/// <param name="Text">Without the line break.</param>
/// <param name="Type">What Go says it is (<see cref="GoTestEvent.OutputType"/>); empty when it does not say.</param>
internal readonly record struct OutputLine(string Text, string Type)
{
    // What go test itself prints around tests: === RUN, --- FAIL, FAIL package 0.1s.
    private static readonly string[] s_frames = ["=== ", "--- PASS: ", "--- FAIL: ", "--- SKIP: ", "--- BENCH: "];

    /// <summary>Printed by go test around the tests, not by them.</summary>
    public bool IsFrame => Type == "frame" || (Type.Length == 0 && IsFrameText(Text.TrimStart(' ')));

    private static bool IsFrameText(string text) =>
        s_frames.Any(f => text.StartsWith(f, StringComparison.Ordinal))
        || text is "PASS" or "FAIL"
        || text.StartsWith("FAIL\t", StringComparison.Ordinal)
        || text.StartsWith("ok  \t", StringComparison.Ordinal)
        || text.StartsWith("?   \t", StringComparison.Ordinal);
}
