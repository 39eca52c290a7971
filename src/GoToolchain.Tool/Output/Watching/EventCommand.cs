using System.Text;
using System.Threading.Channels;
using CliWrap;
using GoToolchain.Recovery.Watching;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>
/// Runs a command of the user for each event, one after the other: by the shell, with the event as JSON on its standard input and in variables. When it
/// is slower than the events, the oldest that wait are left out.
/// </summary>
internal sealed class EventCommand : IEventOutput
{
    private const int MostWaiting = 64;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly HostMachine _host;
    private readonly string _line;
    private readonly TextWriter _errors;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _worker;

    private readonly Channel<GoRootEvent> _events = Channel.CreateBounded<GoRootEvent>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    /// <summary>Prepares to run it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="line">As it would be written in a shell.</param>
    /// <param name="errors">Where failures of the command, and what it prints, go.</param>
    public EventCommand(HostMachine host, string line, TextWriter errors)
    {
        (_host, _line, _errors) = (host, line, errors);
        _worker = Task.Run(WorkAsync);
    }

    public void Write(GoRootEvent e) => _events.Writer.TryWrite(e);

    /// <summary>Lets the command that runs, and those that wait, come to their end for five seconds, then ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        _end.CancelAfter(TimeSpan.FromSeconds(5));
        await _worker.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var e in _events.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            patience.CancelAfter(s_patience);
            try
            {
                await RunAsync(e, patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await _errors
                    .WriteLineAsync($"The command for {Words.Kebab(e.Kind)} did not end in time, and was ended.")
                    .ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
            {
                await _errors
                    .WriteLineAsync($"The command for {Words.Kebab(e.Kind)} cannot be run: {failure.Message}")
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(GoRootEvent e, CancellationToken cancel)
    {
        var isWindows = OperatingSystem.IsWindows();
        var shell = isWindows ? _host.GetVariable("ComSpec") ?? @"C:\Windows\System32\cmd.exe" : "/bin/sh";
        var variables = new Dictionary<string, string?>
        {
            ["GOTC_EVENT"] = Words.Kebab(e.Kind),
            ["GOTC_EVENT_ROOT"] = e.Root,
            ["GOTC_EVENT_STATE"] = Words.Kebab(e.State),
            ["GOTC_EVENT_MESSAGE"] = e.Message,
        };
        var result = await _host
            .CreateCommand(shell)
            .WithArguments(isWindows ? ["/d", "/s", "/c", _line] : ["-c", _line])
            .WithEnvironmentVariables(Merge(variables))
            .WithStandardInputPipe(PipeSource.FromBytes(JsonAnswer.Line(WatchEventDocument.Of(e))))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => _errors.WriteLineAsync(line), Encoding.UTF8))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => _errors.WriteLineAsync(line), Encoding.UTF8))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancel)
            .ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            await _errors
                .WriteLineAsync($"The command for {Words.Kebab(e.Kind)} ended with exit code {result.ExitCode}.")
                .ConfigureAwait(false);
        }
    }

    // CliWrap takes all variables at once, and those of the host are set by CreateCommand.
    private Dictionary<string, string?> Merge(Dictionary<string, string?> own)
    {
        foreach (var (name, value) in _host.CreateCommand("/").EnvironmentVariables)
        {
            own.TryAdd(name, value);
        }

        return own;
    }
}
