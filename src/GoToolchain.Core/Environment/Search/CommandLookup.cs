namespace GoToolchain;

/// <summary>Which file a shell would run for a name, and which others it hides.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The file that would run; null when none is on PATH.</param>
/// <param name="Target">Where its links lead; the same as <paramref name="File"/> without links.</param>
/// <param name="Hidden">Files of that name that are other files and come later on PATH.</param>
/// <param name="Installed">The file of that name in the directory of <c>go install</c>; null when there is none.</param>
/// <param name="Note">What is surprising about it: one sentence; null when nothing is.</param>
public sealed record CommandLookup(
    string Name,
    string? File,
    string? Target,
    IReadOnlyList<string> Hidden,
    string? Installed,
    string? Note
);
