using System.ComponentModel;
using GoToolchain.Execution;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>What a process did, however it ended.</summary>
/// <param name="Ran">The command line, for people.</param>
/// <param name="Directory">Where it ran: absolute. What it prints may be relative to it.</param>
internal sealed record ProcessResult(string Ran, string Directory)
{
    /// <summary>Its exit code; -1 when it has none.</summary>
    public int ExitCode { get; init; } = -1;

    /// <summary>What it wrote to standard output.</summary>
    public string Output { get; init; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string Errors { get; init; } = "";

    /// <summary>How long it was waited for when it did not end; null when it ended.</summary>
    public TimeSpan? Hung { get; init; }

    /// <summary>Why it was not started; null when it was.</summary>
    public Win32Exception? NotStarted { get; init; }

    /// <summary>It ran, and says that all went well.</summary>
    public bool Succeeded => ExitCode == 0 && Hung is null && NotStarted is null;

    /// <summary>Its messages: standard error, and then its output for those that complain there.</summary>
    public string Messages =>
        Errors.Length == 0 ? Output
        : Output.Length == 0 ? Errors
        : $"{Errors}\n{Output}";

    /// <summary>The signal that killed it, in words; null when none did. A shell, and .NET, add its number to 128.</summary>
    public string? Signal => OperatingSystem.IsWindows() ? null : ProcessSignal.Name(ExitCode - 128);

    /// <summary>How it ended: the end of a sentence.</summary>
    public string Ending =>
        NotStarted is { } failure ? $"cannot be started: {StartFailure.MessageOf(failure)}"
        : Hung is { } time ? $"does not end (it was stopped after {time.TotalSeconds:0.#} s)"
        : Signal is { } signal ? $"was ended by a signal ({signal})"
        : $"ended with exit code {ExitCode}";
}
