namespace GoToolchain.Fixtures;

/// <summary>How a run of <c>dotnet</c> ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output and errors, interleaved.</param>
public sealed record DotNetRun(int ExitCode, string Output);
