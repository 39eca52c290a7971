using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Tools;

namespace GoToolchain.MSBuild.Tests.Tools;

public sealed class ToolFailureSpecs
{
    // The second half of each line is go's own, of Go 1.19 to 1.24; cmd/go/internal/modfetch/fetch.go and sumdb.go have those about checksums.
    [Theory]
    [InlineData("GOTC3032", "go: example.com/t@v1.0.0: module lookup disabled by GOPROXY=off")]
    [InlineData(
        "GOTC3032",
        "go: example.com/t@v1.0.0: example.com/t@v1.0.0: Get \"https://p.example/t/@v/v1.0.0.info\": dial tcp 127.0.0.1:9: connect: connection refused"
    )]
    [InlineData("GOTC3032", "go: example.com/t@v1.0.0: reading https://p.example/t/@v/v1.0.0.info: 503 Service Unavailable")]
    [InlineData(
        "GOTC3031",
        "go: example.com/t@v1.0.0: reading https://p.example/t/@v/v1.0.0.info: 404 Not Found\n\tserver response: not found: unknown revision v1.0.0"
    )]
    [InlineData("GOTC3031", "go: example.com/t@v1.0.0: invalid version: unknown revision v1.0.0")]
    [InlineData(
        "GOTC3033",
        "go: example.com/t@v1.0.0: verifying module: checksum mismatch\n\tdownloaded: h1:a\n\tsum.golang.org: h1:b\n\nSECURITY ERROR"
    )]
    [InlineData(
        "GOTC3033",
        "go: example.com/t@v1.0.0: verifying module: example.com/t@v1.0.0: Get \"https://sum.golang.org/lookup/t@v1.0.0\": dial tcp: lookup sum.golang.org: no such host"
    )]
    [InlineData("GOTC3034", "go: example.com/t@v1.0.0: package example.com/t is not a main package")]
    public void What_go_says_decides_the_code(string code, string said)
    {
        var tool = new GoToolDefinition(new GoJob(GoItemKind.Tool, "t", "/p", "/o"), "example.com/t", "v1.0.0");

        var error = ToolFailure.Explain(tool, "go: downloading example.com/t v1.0.0\n" + said, 1, isOffline: false);
        Assert.Equal(code, error.Code.Id);
        Assert.DoesNotContain("downloading", error.Message, StringComparison.Ordinal);
        Assert.Contains(said.Split('\n')[^1].Trim(), error.Message, StringComparison.Ordinal);
    }
}
