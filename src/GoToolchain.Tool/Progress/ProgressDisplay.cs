using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Progress;

/// <summary>Shows on stderr how far the work has come: a bar on a terminal, a few plain lines elsewhere. Silent while nothing is reported.</summary>
internal abstract class ProgressDisplay : IProgress<GoProgress>, IAsyncDisposable
{
    public static ProgressDisplay Create(Terminal terminal) =>
        Terminal.IsErrorLively ? new BarProgress(terminal) : new LineProgress(terminal.Error, TimeProvider.System);

    public abstract void Report(GoProgress value);

    public abstract ValueTask DisposeAsync();

    /// <summary>What a phase is called while it lasts.</summary>
    public static string Name(GoProgressPhase phase) =>
        phase switch
        {
            GoProgressPhase.Resolving => "Resolving",
            GoProgressPhase.WaitingForLock => "Waiting",
            GoProgressPhase.Downloading => "Downloading",
            GoProgressPhase.Unpacking => "Unpacking",
            GoProgressPhase.Verifying => "Verifying",
            GoProgressPhase.Installed => "Installed",
            _ => phase.ToString(),
        };
}
