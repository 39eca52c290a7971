namespace GoToolchain;

/// <summary>What was done to start-up files, or would be.</summary>
/// <param name="Directories">What is put on PATH, first things first: absolute. Empty when the block is taken out.</param>
/// <param name="Files">The files, in the order in which they were written. None: there was no block to take out.</param>
/// <param name="Remarks">What else stands in the way of the right <c>go</c>: full sentences.</param>
public sealed record ShellBlockReport(
    IReadOnlyList<string> Directories,
    IReadOnlyList<ShellFileChange> Files,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>A file was changed, or would be.</summary>
    public bool IsChange => Files.Any(f => f.Action != ShellFileAction.UpToDate);
}
