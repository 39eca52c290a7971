namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>env install</c> and <c>env remove</c>.</summary>
/// <param name="DryRun">Nothing was written; it says what would be.</param>
/// <param name="Directories">What is put on PATH.</param>
/// <param name="Files">The start-up files.</param>
/// <param name="Remarks">What else stands in the way.</param>
internal sealed record ShellBlockDocument(
    bool DryRun,
    IReadOnlyList<string> Directories,
    IReadOnlyList<ShellFileMember> Files,
    IReadOnlyList<string> Remarks
) : ToolDocument
{
    public static ShellBlockDocument Of(ShellBlockReport report, bool dryRun) =>
        new(dryRun, report.Directories, [.. report.Files.Select(ShellFileMember.Of)], report.Remarks);
}

/// <summary>A start-up file.</summary>
internal sealed record ShellFileMember(string Shell, string File, string Target, string ReadBy, string Action, string? Backup, string Diff)
{
    public static ShellFileMember Of(ShellFileChange file) =>
        new(file.Shell.ToName(), file.File, file.Target, file.ReadBy, Words.Kebab(file.Action), file.Backup, file.Diff);
}
