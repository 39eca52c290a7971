namespace GoToolchain.Recovery.Content;

/// <summary>One difference between a tree and its manifest. A file may have two: its mode and its content.</summary>
/// <param name="Path">Relative to GOROOT, with <c>/</c>.</param>
/// <param name="Kind">How it differs.</param>
public sealed record ContentDifference(string Path, ContentDifferenceKind Kind);
