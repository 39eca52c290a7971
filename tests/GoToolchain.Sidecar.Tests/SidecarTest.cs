using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.Sidecar.Tests;

/// <summary>What the tests of one sidecar need: a copy of the agent of its own, by which its processes are told from those of other tests.</summary>
public abstract class SidecarTest : IDisposable
{
    protected SidecarTest(BuiltAgent built)
    {
        ArgumentNullException.ThrowIfNull(built);
        Agent = Scratch["agent"];
        File.Copy(built.Executable, Agent);
    }

    internal ScratchDirectory Scratch { get; } = new("sidecar");

    internal RecordedLog Log { get; } = new();

    protected string Agent { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Scratch.Dispose();
            Log.Dispose();
        }
    }

    protected GoSidecarHostOptions Options(params string[] arguments)
    {
        var options = new GoSidecarHostOptions { Program = Agent, RestartDelay = TimeSpan.FromMilliseconds(1) };
        foreach (var argument in arguments)
        {
            options.Arguments.Add(argument);
        }

        return options;
    }

    protected GoSidecarHost Create(GoSidecarHostOptions options) => new("agent", options, Log);

    protected async Task<GoSidecarHost> StartAsync(GoSidecarHostOptions options)
    {
        var sidecar = Create(options);
        await sidecar.StartAsync(Cancel);
        return sidecar;
    }

    /// <summary>Sends one request and does not wait for the answer: an HttpClient sends it again when the sidecar ends instead of answering.</summary>
    protected static async Task SendAsync(GoSidecarHost sidecar, string path)
    {
        ArgumentNullException.ThrowIfNull(sidecar);
        await using var stream = await sidecar.ConnectAsync(Cancel);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\n\r\n"), Cancel);
        // Its end, or that of the answer.
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, Cancel) > 0) { }
        }
        catch (IOException)
        {
            // It was killed by the request.
        }
    }

    /// <summary>Waits until something holds.</summary>
    protected static async Task UntilAsync(Func<bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(2, patience.Token);
        }
    }
}
