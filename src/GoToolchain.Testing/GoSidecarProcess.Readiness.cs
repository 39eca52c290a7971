using System.Globalization;

namespace GoToolchain.Testing;

public sealed partial class GoSidecarProcess
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(100);

    private async Task WaitUntilReadyAsync(long started, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(_program.Options.ReadyTimeout);
        foreach (var condition in Conditions)
        {
            var reason = "it was not asked once";
            try
            {
                var pause = s_firstPause;
                while (await condition.CheckAsync(this, deadline.Token).ConfigureAwait(false) is { } why)
                {
                    reason = why;
                    if (HasExited)
                    {
                        throw NotReady(condition, reason, started);
                    }

                    await Task.WhenAny(Child.Exited, Task.Delay(pause, deadline.Token)).ConfigureAwait(false);
                    deadline.Token.ThrowIfCancellationRequested();
                    pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
                }
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                throw NotReady(condition, reason, started);
            }
        }

        if (HasExited && _program.Options.Ready.Count > 0)
        {
            throw NotReady(null, "", started);
        }
    }

    private IEnumerable<GoReadiness> Conditions =>
        _program.Options.Port?.Line is { } pattern
            ? _program.Options.Ready.Prepend(
                GoReadiness.When($"a line with its port, that matches `{pattern}`", (_, _) => Task.FromResult(ReadPort(pattern)))
            )
            : _program.Options.Ready;

    private bool ReadPort(System.Text.RegularExpressions.Regex pattern)
    {
        int port = 0;
        var line = Lines.Find(text =>
            pattern.Match(text) is { Success: true } match
            && int.TryParse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out port)
        );
        _port = line is null ? null : port;
        return line is not null;
    }

    private GoToolchainException NotReady(GoReadiness? condition, string reason, long started)
    {
        var after = Seconds(Since(started));
        var waited = condition is null ? "it was ready, and then ended" : $"waited for {condition.Description} ({reason.TrimEnd('.')})";
        var state = HasExited
            ? string.Create(CultureInfo.InvariantCulture, $"It has ended with exit code {ExitCode}.")
            : string.Create(CultureInfo.InvariantCulture, $"It still ran, as process {ProcessId}, and was killed.");
        var tail = Lines.Tail;
        var said = tail.Length == 0 ? "It has printed nothing." : $"Its last lines:\n{tail}";
        return new GoToolchainException(
            GoErrorCodes.SidecarNotReady,
            $"The sidecar {_program.Name} was not ready after {after}: {waited}. {state} {said}"
        );
    }
}
