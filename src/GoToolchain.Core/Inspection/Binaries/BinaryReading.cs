namespace GoToolchain.Inspection.Binaries;

/// <summary>What reading a program gave.</summary>
/// <param name="Verdict">A Go program, or why it is none.</param>
/// <param name="Reason">The verdict in words: a sentence without its full stop; empty when it is fine.</param>
/// <param name="Image">Its headers; null when there are none that can be read.</param>
/// <param name="Info">Its build information; null when there is none that can be read.</param>
/// <param name="Architectures">The machines of a universal file of macOS.</param>
internal sealed record BinaryReading(
    GoBinaryVerdict Verdict,
    string Reason,
    BinaryImage? Image = null,
    GoBuildInfo? Info = null,
    IReadOnlyList<string>? Architectures = null
);
