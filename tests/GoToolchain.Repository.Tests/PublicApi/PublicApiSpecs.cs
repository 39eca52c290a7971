namespace GoToolchain.Repository.Tests.PublicApi;

/// <summary>What users of the packages compile against. A change shows in review as a change of a text file in this folder.</summary>
public sealed class PublicApiSpecs
{
    [Theory]
    [InlineData("GoToolchain.Core", "net8.0")]
    [InlineData("GoToolchain.Core", "net10.0")]
    [InlineData("GoToolchain.MSBuild", "")]
    [InlineData("GoToolchain.Sidecar", "net8.0")]
    [InlineData("GoToolchain.Sidecar", "net10.0")]
    [InlineData("GoToolchain.Testing", "net8.0")]
    [InlineData("GoToolchain.Testing", "net10.0")]
    [InlineData("GoToolchain.Testing.MSTest", "net8.0")]
    [InlineData("GoToolchain.Testing.MSTest", "net10.0")]
    [InlineData("GoToolchain.Testing.NUnit", "net8.0")]
    [InlineData("GoToolchain.Testing.NUnit", "net10.0")]
    [InlineData("GoToolchain.Testing.TUnit", "net8.0")]
    [InlineData("GoToolchain.Testing.TUnit", "net10.0")]
    [InlineData("GoToolchain.Testing.Xunit", "net8.0")]
    [InlineData("GoToolchain.Testing.Xunit", "net10.0")]
    [InlineData("GoToolchain.Testing.XunitV3", "net8.0")]
    [InlineData("GoToolchain.Testing.XunitV3", "net10.0")]
    public void The_public_api_is_the_one_that_was_reviewed(string package, string framework)
    {
        using var assembly = new BuiltAssembly(package, framework, package);

        Snapshot.Matches(assembly.PublicApi, Path.Combine("PublicApi", package + ".txt"));
    }

    [Fact]
    public void The_tool_is_a_command_and_no_library()
    {
        using var assembly = new BuiltAssembly("GoToolchain.Tool", "", "gotoolchain");

        Snapshot.Matches(assembly.PublicApi, Path.Combine("PublicApi", "GoToolchain.Tool.txt"));
    }
}
