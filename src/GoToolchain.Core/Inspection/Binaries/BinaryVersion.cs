namespace GoToolchain.Inspection.Binaries;

/// <summary>The Go version that built a program, and what its headers say.</summary>
/// <param name="Text">As the linker wrote it: <c>go1.23.5</c>, <c>go1.23.5 X:nocoverageredesign</c>; null when the program does not tell.</param>
/// <param name="Verdict">A Go program, or why it is none.</param>
/// <param name="Reason">The verdict in words: a sentence without its full stop that begins with <c>it</c> or names the header; empty when it is fine.</param>
/// <param name="Header">The format and machine of the program; default when it is none.</param>
internal readonly record struct BinaryVersion(string? Text, GoBinaryVerdict Verdict, string Reason, ExecutableHeader Header)
{
    /// <summary>The version; null when the program does not tell, or it is not written like one.</summary>
    public GoVersion? Version => GoVersion.TryParse(Text, out var version) ? version : null;
}
