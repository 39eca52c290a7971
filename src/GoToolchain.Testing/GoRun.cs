namespace GoToolchain.Testing;

/// <summary>How a run of <c>go</c> ended.</summary>
/// <param name="CommandLine">What ran, for people: <c>go build ./...</c>.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="StandardOutput">What it wrote to its standard output.</param>
/// <param name="StandardError">What it wrote to its standard error: where <c>go build</c> reports.</param>
/// <param name="Elapsed">How long it ran.</param>
public sealed record GoRun(string CommandLine, int ExitCode, string StandardOutput, string StandardError, TimeSpan Elapsed)
{
    /// <summary>The exit code is 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Both outputs, one after the other: for the message of an assertion.</summary>
    public string Output => StandardOutput + StandardError;

    // In which it ran; null for one that a test has made up.
    internal GoWorkspace? Workspace { get; init; }

    /// <summary>Throws when the run failed, with its output. The workspace then counts as one of a failed test.</summary>
    /// <returns>The same run.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/>.</exception>
    public GoRun EnsureSuccess() => Succeeded ? this : throw Failure(GoErrorCodes.CommandFailed, ToString());

    internal GoToolchainException Failure(GoErrorCode code, string problem) =>
        new(code, problem, nextStep: Workspace?.FailWith() is { } root ? $"The workspace is kept: {root}" : null);

    /// <summary>One line, then the output.</summary>
    public override string ToString() => $"`{CommandLine}` ended with exit code {ExitCode} after {Elapsed.TotalSeconds:0.0} s.\n{Output}";
}
