using GoToolchain.Tool.Output;
using Spectre.Console;

namespace GoToolchain.Tool.Progress;

/// <summary>A bar that is redrawn in place, on a terminal. It goes when the work is done; what remains is one line that says what was done.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class BarProgress(Terminal terminal) : ProgressDisplay
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ReportState _state = new();
    private Task? _drawing;
    private GoProgress? _installed;

    public override void Report(GoProgress value)
    {
        lock (_gate)
        {
            _state.Update(value);
            _installed = value.Phase == GoProgressPhase.Installed ? value : _installed;
            _drawing ??= Task.Run(DrawAsync);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _done.TrySetResult();
        if (_drawing is not null)
        {
            await _drawing.ConfigureAwait(false);
        }

        if (_installed is not null)
        {
            await terminal.Error.WriteLineAsync(ProgressLine.Of(_installed)).ConfigureAwait(false);
        }
    }

    private async Task DrawAsync()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(terminal.Error),
            }
        );
        await console
            .Progress()
            .AutoClear(true)
            .AutoRefresh(false)
            .Columns(new PhaseColumn(_state), new ProgressBarColumn { Width = 20 }, new AmountColumn(_state))
            .StartAsync(async context =>
            {
                var bar = context.AddTask("install");
                while (!_done.Task.IsCompleted)
                {
                    _state.ApplyTo(bar);
                    context.Refresh();
                    await Task.WhenAny(_done.Task, Task.Delay(100)).ConfigureAwait(false);
                }
            })
            .ConfigureAwait(false);
    }
}
