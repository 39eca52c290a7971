using GoToolchain.MSBuild.Tools;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild.Tests.Tools;

public sealed class GoToolDefinitionSpecs
{
    [Theory]
    [InlineData("golang.org/x/tools/cmd/stringer", "v0.30.0", "stringer")]
    [InlineData("example.com/cmd/hello/v2", "v2.0.0-rc.1", "hello")]
    [InlineData("example.com/tool", "v0.0.0-20240102150405-0123456789ab", "tool")]
    [InlineData("example.com/old/v1", "v3.0.0+incompatible", "v1")]
    public void A_package_at_a_fixed_version_is_called_as_go_calls_it(string package, string version, string name)
    {
        var tool = Read(package, version);
        Assert.Equal((name, $"{package}@{version}"), (tool.Job.Name, tool.Query));
        Assert.Equal(Path.Combine("/o", $"{name}@{version}.d"), tool.Job.OutputDirectory);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("v1")]
    [InlineData("v1.2")]
    [InlineData("1.2.3")]
    [InlineData("master")]
    [InlineData(">=v1.2.3")]
    public void What_may_mean_another_version_tomorrow_is_refused(string version)
    {
        var error = Assert.Throws<GoToolchainException>(() => Read("example.com/tool", version));
        Assert.Equal("GOTC3030", error.Code.Id);
        Assert.Contains(version.Length == 0 ? "has no Version" : $"`{version}`", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("golang.org/x/tools/cmd/stringer", true)]
    [InlineData("../tool", false)]
    [InlineData("./tool.d", false)]
    [InlineData("tools/go.d", false)]
    [InlineData("/src/tool", false)]
    [InlineData("C:/src/tool.d", false)]
    [InlineData(".tools/x", false)]
    public void A_domain_tells_a_package_from_a_directory(string include, bool isPackage) =>
        Assert.Equal(isPackage, GoToolDefinition.IsPackage(new TaskItem(include)));

    private static GoToolDefinition Read(string package, string version)
    {
        var item = new TaskItem(package);
        item.SetMetadata("Version", version);
        return GoToolDefinition.Read(item, "/p/App.csproj", "/o", "d");
    }
}
