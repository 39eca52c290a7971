using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Progress;

/// <summary>Shows on stderr which checks are being done: one line that changes on a terminal, a line for each slow check elsewhere.</summary>
internal abstract class CheckProgress : IProgress<HealthCheckStart>, IProgress<HealthCheckResult>, IAsyncDisposable
{
    public static CheckProgress Create(Terminal terminal) =>
        Terminal.IsErrorLively
            ? new CheckStatusLine(terminal.Error, () => Terminal.ErrorWidth ?? Terminal.TextWidth)
            : new CheckLines(terminal.Error);

    public abstract void Report(HealthCheckStart value);

    public abstract void Report(HealthCheckResult value);

    public abstract ValueTask DisposeAsync();
}
