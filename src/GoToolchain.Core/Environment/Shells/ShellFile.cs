namespace GoToolchain.Environments.Shells;

/// <summary>A start-up file that may hold a block of ours.</summary>
/// <param name="Shell">Whose it is.</param>
/// <param name="Path">Absolute.</param>
/// <param name="ReadBy">Who reads it, and when: a phrase.</param>
internal sealed record ShellFile(GoShell Shell, string Path, string ReadBy);
