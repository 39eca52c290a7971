using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sidecar;

/// <summary>A running agent: the Go process beside this program, and the HTTP client that talks to it.</summary>
internal sealed class Agent : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly DirectoryInfo _directory;
    private readonly HttpClient _http;

    private Agent(Process process, DirectoryInfo directory, string address, string token)
    {
        (_process, _directory, Address) = (process, directory, address);
        // The host name in the URI is only a name: every connection goes to the address that the agent told.
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = new Uri("http://agent/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Where the agent listens: <c>unix:/path</c> or <c>tcp:127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Starts the agent that the build put beside this program, and waits until it answers.</summary>
    public static async Task<Agent> StartAsync(CancellationToken cancel)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "agent.exe" : "agent");
        // Only this user may enter the directory, so only this user can reach the socket in it.
        var directory = Directory.CreateTempSubdirectory("agent-");
        var token = RandomNumberGenerator.GetHexString(32);
        var start = new ProcessStartInfo(executable)
        {
            ArgumentList =
            {
                "-listen",
                OperatingSystem.IsWindows() ? "tcp:127.0.0.1:0" : "unix:" + Path.Combine(directory.FullName, "agent.sock"),
            },
            // The agent ends when this pipe closes: when this program ends, however it ends.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AGENT_TOKEN"] = token },
        };

        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            var address = await ReadAddressAsync(process, cancel);
            var agent = new Agent(process, directory, address, token);
            using var answer = await agent.SendAsync(HttpMethod.Get, "health", null, cancel);
            return agent;
        }
        catch (Exception e)
        {
            process?.Kill(entireProcessTree: true);
            process?.Dispose();
            directory.Delete(recursive: true);
            throw e is System.ComponentModel.Win32Exception ? new AgentException($"{executable} cannot be started: {e.Message}", e) : e;
        }
    }

    /// <summary>Which Go built the agent.</summary>
    public async Task<AgentVersion> GetVersionAsync(CancellationToken cancel)
    {
        using var answer = await SendAsync(HttpMethod.Get, "version", null, cancel);
        return (await answer.Content.ReadFromJsonAsync<AgentVersion>(cancel))!;
    }

    /// <summary>Indexes a directory; the steps arrive while the agent works, the last one has the summary.</summary>
    public async IAsyncEnumerable<IndexStep> IndexAsync(string directory, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var answer = await SendAsync(HttpMethod.Post, "index", new { root = directory }, cancel);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var steps = JsonSerializer.DeserializeAsyncEnumerable<IndexStep>(stream, topLevelValues: true, JsonSerializerOptions.Web, cancel);
        await foreach (var step in steps)
        {
            yield return step!.Error is null ? step : throw new AgentException(step.Error);
        }
    }

    /// <summary>Asks the agent to end, and sees to it that it does.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            using var answer = await SendAsync(HttpMethod.Post, "shutdown", null, patience.Token);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception e) when (e is AgentException or OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _http.Dispose();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private static async Task<string> ReadAddressAsync(Process process, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(patience.Token);
            return line is not null && line.StartsWith("ready ", StringComparison.Ordinal)
                ? line["ready ".Length..]
                : throw new AgentException($"The agent ended, or said `{line}`, before it was ready.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new AgentException($"The agent was not ready within {s_patience.TotalSeconds} seconds.");
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        HttpResponseMessage answer;
        try
        {
            answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException e)
        {
            throw new AgentException($"The agent does not answer {path}: {e.Message}", e);
        }

        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new AgentException($"The agent refuses {path}: {(await answer.Content.ReadAsStringAsync(cancel)).Trim()}");
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        EndPoint endPoint = Address.StartsWith("unix:", StringComparison.Ordinal)
            ? new UnixDomainSocketEndPoint(Address["unix:".Length..])
            : IPEndPoint.Parse(Address["tcp:".Length..]);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(endPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
