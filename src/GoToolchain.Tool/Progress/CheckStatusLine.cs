using System.Globalization;

namespace GoToolchain.Tool.Progress;

/// <summary>
/// One line on a terminal: how many checks are done, and which are being done. It appears only when the work takes longer than a glance, and is
/// erased at the end.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal.</param>
internal sealed class CheckStatusLine(TextWriter writer, Func<int> width) : CheckProgress
{
    private const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(120);
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<HealthCheckStart> _running = [];
    private int _ended;
    private Task? _drawing;

    public override void Report(HealthCheckStart value)
    {
        lock (_gate)
        {
            _running.Add(value);
            _drawing ??= Task.Run(DrawAsync);
        }
    }

    public override void Report(HealthCheckResult value)
    {
        lock (_gate)
        {
            _ended++;
            _running.RemoveAll(check => check.Id == value.Id);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _done.TrySetResult();
        if (_drawing is not null)
        {
            await _drawing.ConfigureAwait(false);
        }
    }

    private async Task DrawAsync()
    {
        for (var i = 0; ; i++)
        {
            await Task.WhenAny(_done.Task, Task.Delay(s_pause)).ConfigureAwait(false);
            if (_done.Task.IsCompleted)
            {
                await writer.WriteAsync(i > 0 ? "\r\e[K" : "").ConfigureAwait(false);
                return;
            }

            await writer.WriteAsync($"\r\e[K{Line(i)}").ConfigureAwait(false);
        }
    }

    private string Line(int turn)
    {
        lock (_gate)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{Spinner[turn % Spinner.Length]} {_ended} checked; now: {string.Join(", ", _running.Select(check => check.Title))}"
            );
            // The last column stays free: a full line would make some terminals go to the next one.
            var room = width() - 1;
            return line.Length > room ? line[..(room - 1)] + "…" : line;
        }
    }
}
