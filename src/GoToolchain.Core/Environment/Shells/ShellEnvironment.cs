namespace GoToolchain;

/// <summary>What a shell has to run so that it finds Go.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Text">The lines for its <c>eval</c>, each with its end.</param>
/// <param name="Directories">What they put on PATH, first things first: absolute.</param>
public sealed record ShellEnvironment(GoShell Shell, string Text, IReadOnlyList<string> Directories);
