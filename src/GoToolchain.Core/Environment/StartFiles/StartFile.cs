namespace GoToolchain.Environments.StartFiles;

/// <summary>A file that a shell or a session reads at its start.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Syntax">How it is written.</param>
/// <param name="ReadBy">Who reads it, and when: a phrase.</param>
internal sealed record StartFile(string Path, StartFileSyntax Syntax, string ReadBy);
