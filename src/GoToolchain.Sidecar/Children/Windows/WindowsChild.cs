using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace GoToolchain.Sidecar.Children.Windows;

/// <summary>
/// A child on Windows, in a <see cref="JobObject"/>. It is put there just after its start: what it starts in its first instant is not in the job. It is asked to
/// end by the end of its standard input: Ctrl+C would need a console that both have.
/// </summary>
[SupportedOSPlatform("windows")]
#pragma warning disable CA1001 // EndTreeAsync ends and disposes of all.
internal sealed class WindowsChild : ISidecarChild
#pragma warning restore CA1001
{
    // A process that left the tree may hold the pipes open for ever.
    private static readonly TimeSpan s_patienceForOutput = TimeSpan.FromSeconds(2);

    private readonly JobObject _job = new();
    private readonly Process _process;
    private bool _hasEnded;

    private WindowsChild(ChildStart start)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var information = new ProcessStartInfo(start.Executable, start.Arguments)
        {
            WorkingDirectory = start.WorkingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
        };
        information.Environment.Clear();
        foreach (var (name, value) in start.Variables)
        {
            information.Environment[name] = value;
        }

        try
        {
            _process = Process.Start(information)!;
        }
        catch
        {
            _job.Dispose();
            throw;
        }

        try
        {
            _job.Add(_process);
        }
        catch
        {
            _process.Kill(entireProcessTree: true);
            _process.Dispose();
            _job.Dispose();
            throw;
        }

        Id = _process.Id;
        Input = _process.StandardInput;
        _process.StandardInput.AutoFlush = true;
        Input.NewLine = "\n";
        var output = Task.WhenAll(
            LineReader.Start(_process.StandardOutput.BaseStream, line => start.OnLine(line, false)),
            LineReader.Start(_process.StandardError.BaseStream, line => start.OnLine(line, true))
        );
        Exited = WaitAsync(output);
    }

    public int Id { get; }

    public bool IsGuarded => true;

    public TextWriter Input { get; }

    public Task<int> Exited { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static ISidecarChild Start(ChildStart start) => new WindowsChild(start);

    public void AskToEnd() => Input.Close();

    public void Kill()
    {
        if (!Exited.IsCompleted)
        {
            _process.Kill();
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
        _process.Dispose();
    }

    private async Task<int> WaitAsync(Task output)
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var exitCode = _process.ExitCode;
        await Task.WhenAny(output, Task.Delay(s_patienceForOutput)).ConfigureAwait(false);
        return exitCode;
    }
}
