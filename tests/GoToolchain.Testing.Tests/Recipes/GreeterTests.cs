#pragma warning disable xUnit1051 // The recipe is for every framework, and not every one has a token for it.
namespace GoToolchain.Testing.Tests.Recipes;

/// <summary>The recipe "test a .NET client against a Go server" of docs/testing.md.</summary>
public sealed class GreeterTests(GreeterServer server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = server.Process.BaseAddress };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_client_is_greeted()
    {
        Assert.Equal("Hello, Ada", await _client.GetStringAsync(new Uri("greet?name=Ada", UriKind.Relative)));
        await server.Process.WaitForLineAsync("greets Ada");
    }

    [Fact]
    public async Task The_client_notices_that_the_server_is_gone()
    {
        await using var mine = await GoSidecarProcess.StartAsync(
            server.Process.Executable,
            new GoSidecarOptions { Port = GoSidecarPort.FromLine(@"listening on \S+:(?<port>\d+)") }
        );
        using var client = new HttpClient { BaseAddress = mine.BaseAddress };
        var request = new Uri("greet?name=Ada", UriKind.Relative);
        Assert.Equal(", Ada", await client.GetStringAsync(request));

        await mine.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(request));

        // Again, and on the port that it prints this time.
        await mine.RestartAsync();
        using var again = new HttpClient { BaseAddress = mine.BaseAddress };
        Assert.Equal(", Ada", await again.GetStringAsync(request));
    }
}
