using System.Net;
using GoToolchain.Fixtures;
using GoToolchain.Sources.Http;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>The rules are those of Go's own tools, so that a machine that is set up for Go is set up for us.</summary>
public sealed class HostProxyTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("HTTPS_PROXY=proxy.example:3128", "https://go.dev/dl/", "http://proxy.example:3128/")]
    [InlineData("https_proxy=https://proxy.example", "https://go.dev/dl/", "https://proxy.example/")]
    [InlineData("HTTPS_PROXY=http://proxy.example", "http://mirror.example/", null)]
    [InlineData("HTTP_PROXY=http://proxy.example", "http://mirror.example/", "http://proxy.example/")]
    [InlineData("HTTP_PROXY=http://proxy.example REQUEST_METHOD=GET", "http://mirror.example/", null)]
    [InlineData("ALL_PROXY=socks5h://proxy.example:1080", "https://go.dev/", "socks5://proxy.example:1080/")]
    [InlineData("HTTPS_PROXY=http://proxy.example", "https://localhost/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example", "https://127.0.0.7/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=*", "https://go.dev/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=go.dev", "https://go.dev/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=go.dev", "https://sub.go.dev/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=go.dev", "https://cargo.dev/", "http://proxy.example/")]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=x,.go.dev", "https://go.dev/", "http://proxy.example/")]
    [InlineData("HTTPS_PROXY=http://proxy.example no_proxy=*.go.dev", "https://sub.go.dev/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=go.dev:8443", "https://go.dev/", "http://proxy.example/")]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=go.dev:8443", "https://go.dev:8443/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=10.0.0.0/8", "https://10.1.2.3/", null)]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=10.0.0.0/8", "https://11.1.2.3/", "http://proxy.example/")]
    [InlineData("HTTPS_PROXY=http://proxy.example NO_PROXY=fd00::1", "https://[fd00::1]/", null)]
    [InlineData("", "https://go.dev/", null)]
    public void An_address_goes_through_the_proxy_or_not(string variables, string address, string? proxy)
    {
        var found = Create(variables).GetProxy(new Uri(address));
        Assert.Equal(proxy, found?.ToString());
    }

    [Fact]
    public void A_user_and_password_are_for_the_proxy()
    {
        var credentials = Assert.IsType<NetworkCredential>(Create("HTTPS_PROXY=http://me:p%40ss@proxy.example").Credentials);
        Assert.Equal(("me", "p@ss"), (credentials.UserName, credentials.Password));
    }

    [Fact]
    public void A_variable_that_holds_no_address_is_told_without_its_value()
    {
        var error = Assert.Throws<GoToolchainException>(() => Create("HTTPS_PROXY=ftp://me:s3cret@proxy.example"));
        Assert.Equal(GoErrorCodes.InvalidSetting, error.Code);
        Assert.Contains("HTTPS_PROXY", error.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    private HostProxy Create(string variables) =>
        new(
            SandboxMachine.In(
                _scratch,
                variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1])
            )
        );
}
