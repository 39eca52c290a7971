namespace GoToolchain;

/// <summary>What becomes, or became, of a start-up file.</summary>
/// <param name="Shell">Whose it is.</param>
/// <param name="File">Absolute, as the shell opens it.</param>
/// <param name="Target">The file that is written: where <paramref name="File"/> leads when it is a link.</param>
/// <param name="ReadBy">Who reads it, and when: a phrase.</param>
/// <param name="Action">What is done.</param>
/// <param name="Diff">The difference as <c>diff -u</c> shows it; empty when there is none.</param>
/// <param name="Backup">The copy of the old file, beside it; null when there is none.</param>
public sealed record ShellFileChange(
    GoShell Shell,
    string File,
    string Target,
    string ReadBy,
    ShellFileAction Action,
    string Diff,
    string? Backup = null
);
