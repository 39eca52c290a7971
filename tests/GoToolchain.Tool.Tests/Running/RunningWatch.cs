using System.Diagnostics;
using System.Text.Json;

namespace GoToolchain.Tool.Tests.Running;

/// <summary><c>gotoolchain watch --json</c> as a process, and the events that it writes.</summary>
internal sealed class RunningWatch : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private readonly Task<string> _errors;

    public RunningWatch(Process process)
    {
        Process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    public List<JsonElement> Events { get; } = [];

    /// <summary>Reads events until one fits.</summary>
    public async Task<JsonElement> UntilAsync(string kind, string? state = null)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            string? line;
            try
            {
                line = await Process.StandardOutput.ReadLineAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"`{kind}` was not told. What was:\n{string.Join('\n', Events)}");
                throw;
            }

            if (line is null)
            {
                Assert.Fail($"It has ended: {await _errors}\n{string.Join('\n', Events)}");
            }

            var e = JsonDocument.Parse(line!).RootElement;
            Events.Add(e);
            if (e.GetProperty("event").GetString() == kind && (state is null || e.GetProperty("state").GetString() == state))
            {
                return e;
            }
        }
    }

    /// <summary>Sends a signal, and waits for the end.</summary>
    /// <returns>The exit code, and what was written to stderr.</returns>
    public async Task<(int Code, string Errors)> EndAsync(int signal = Signals.Interrupt)
    {
        Signals.Send(Process.Id, signal);
        using var patience = new CancellationTokenSource(s_patience);
        await Process.WaitForExitAsync(patience.Token);
        return (Process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }
}
