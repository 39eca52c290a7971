using System.Net;
using System.Text;

namespace GoToolchain.Sidecar.Tests;

public sealed class ConnectionSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task Http_goes_over_its_socket_whatever_proxy_the_machine_has()
    {
        await using var sidecar = await StartAsync(Options());
        using var client = sidecar.CreateClient();
        using var content = new StringContent("straße");

        using var answer = await client.PostAsync(new Uri("/upper", UriKind.Relative), content, Cancel);

        Assert.Equal("STRASSE", (await answer.Content.ReadAsStringAsync(Cancel)).Replace("ß", "SS", StringComparison.Ordinal));
        Assert.Equal(new Version(1, 1), answer.Version);
    }

    [Fact]
    public async Task What_gRPC_needs_is_spoken_HTTP_2_without_TLS()
    {
        await using var sidecar = await StartAsync(Options());
        using var client = sidecar.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/protocol")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal("HTTP/2.0", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpVersion.Version20, answer.Version);
    }

    [Fact]
    public async Task A_stream_carries_any_protocol()
    {
        await using var sidecar = await StartAsync(Options());
        await using var stream = await sidecar.ConnectAsync(Cancel);

        await stream.WriteAsync("GET /pid HTTP/1.0\r\n\r\n"u8.ToArray(), Cancel);
        using var reader = new StreamReader(stream, Encoding.ASCII);

        Assert.EndsWith($"\r\n\r\n{sidecar.Instance!.ProcessId}", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_during_a_restart_waits_for_the_new_one()
    {
        var options = Options("-delay", "300ms");
        await using var sidecar = await StartAsync(options);
        var first = sidecar.Instance!.ProcessId;
        using var client = sidecar.CreateClient();
        await SendAsync(sidecar, "/exit?code=1");
        await UntilAsync(() => sidecar.State == GoSidecarState.Restarting);

        var second = await client.GetStringAsync(new Uri("/pid", UriKind.Relative), Cancel);

        Assert.NotEqual($"{first}", second);
        Assert.Equal($"{sidecar.Instance!.ProcessId}", second);
    }

    [Fact]
    public async Task A_request_waits_no_longer_than_the_options_say()
    {
        var options = Options("-delay", "1m");
        options.ConnectTimeout = TimeSpan.FromMilliseconds(100);
        options.StopTimeout = TimeSpan.Zero;
        await using var sidecar = Create(options);
        var start = sidecar.StartAsync(Cancel);
        await UntilAsync(() => sidecar.State == GoSidecarState.Starting);

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.ConnectAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.NotAvailable, e.Code);
        Assert.Contains("it was not ready within 0.1 s; it is Starting", e.Message, StringComparison.Ordinal);
        await sidecar.StopAsync(Cancel);
        await Assert.ThrowsAsync<GoSidecarException>(() => start);
    }

    [Fact]
    public async Task A_request_to_one_that_does_not_run_fails_at_once_and_says_so()
    {
        await using var sidecar = Create(Options());
        using var client = sidecar.CreateClient();

        var e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("/pid", UriKind.Relative), Cancel));

        Assert.Equal(GoSidecarErrorCodes.NotAvailable, Assert.IsType<GoSidecarException>(e.InnerException).Code);
    }

    [Fact]
    public async Task A_request_to_one_that_has_failed_says_why()
    {
        var options = Options("-exit", "7");
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);
        await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.ConnectAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.NotAvailable, e.Code);
        Assert.Contains("It has ended with exit code 7", e.Message, StringComparison.Ordinal);
        Assert.Equal(GoSidecarErrorCodes.NotReady, Assert.IsType<GoSidecarException>(e.InnerException).Code);
    }
}
