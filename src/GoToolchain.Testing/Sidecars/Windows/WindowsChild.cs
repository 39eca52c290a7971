using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using CliWrap;
using GoToolchain.Sidecar.Children;
using GoToolchain.Sidecar.Children.Windows;

namespace GoToolchain.Testing.Sidecars.Windows;

/// <summary>
/// A child on Windows, in a <see cref="JobObject"/>. It is put there just after its start: what it starts in its first instant is not in the job.
/// CliWrap sends Ctrl+C, for which a program of its own attaches to the console of the child.
/// </summary>
[SupportedOSPlatform("windows")]
#pragma warning disable CA1001 // EndTreeAsync ends and disposes of all.
internal sealed class WindowsChild : ISidecarChild
#pragma warning restore CA1001
{
    private readonly JobObject _job = new();
    private readonly CancellationTokenSource _ask = new();
    private readonly TaskCompletionSource _inputEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<TextWriter> _input = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private bool _hasEnded;

    private WindowsChild(ChildStart start, HostMachine host)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var command = host.CreateCommand(start.Executable)
            .WithArguments(start.Arguments)
            .WithWorkingDirectory(start.WorkingDirectory)
            .WithEnvironmentVariables(Changes(host, start))
            .WithStandardInputPipe(PipeSource.Create((pipe, cancel) => HandInputOutAsync(pipe, encoding, cancel)))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => start.OnLine(line, false), encoding))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => start.OnLine(line, true), encoding))
            .WithValidation(CommandResultValidation.None);
        var run = command.ExecuteAsync(null, Adopt, CancellationToken.None, _ask.Token);
        Id = run.ProcessId;
        Exited = WaitAsync(run);
    }

    public int Id { get; }

    public bool IsGuarded => true;

    public TextWriter Input => _input.Task.GetAwaiter().GetResult();

    public Task<int> Exited { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static ISidecarChild Start(ChildStart start, HostMachine host) => new WindowsChild(start, host);

    public void AskToEnd() => _ask.Cancel();

    public void Kill()
    {
        if (!Exited.IsCompleted)
        {
            _process!.Kill();
        }
    }

    public async Task EndTreeAsync()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        _job.End();
        await Exited.ConfigureAwait(false);
        _job.Dispose();
        _ask.Dispose();
    }

    private void Adopt(Process process)
    {
        _process = process;
        _job.Add(process);
    }

    private async Task HandInputOutAsync(Stream pipe, Encoding encoding, CancellationToken cancel)
    {
        var writer = new StreamWriter(pipe, encoding) { AutoFlush = true, NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            _input.SetResult(writer);
            await _inputEnds.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    private async Task<int> WaitAsync(CommandTask<CommandResult> run)
    {
        try
        {
            return (await run.ConfigureAwait(false)).ExitCode;
        }
        catch (OperationCanceledException)
        {
            // CliWrap says so after an end that was asked for; the process has ended.
            return _process!.ExitCode;
        }
        finally
        {
            _inputEnds.TrySetResult();
        }
    }

    private static Dictionary<string, string?> Changes(HostMachine host, ChildStart start)
    {
        var changes = host.Variables.Keys.ToDictionary(n => n, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in start.Variables)
        {
            changes[name] = value;
        }

        return changes;
    }
}
