using System.Security;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

public sealed class PathSpecs(PackageFeed feed)
{
    private static readonly string s_quotes = OperatingSystem.IsWindows() ? "'" : "'\"";

    [Fact]
    public async Task Project_store_and_home_may_have_any_characters()
    {
        // No semicolon in the home and the project's own directory, and no %41 in the latter: the NuGet of the SDK splits its lists of files
        // there, and writes the paths of a project unescaped.
        using var solution = new Solution(feed, $"sol ution{s_quotes} 5% #ü");
        var agent = $"agent{s_quotes};%41 #ü";
        var store = $"store{s_quotes};%41 #ü";
        solution.WriteAgent(directory: agent);
        solution.WriteApp(
            $"""<GoSidecar Include="../{InProject(agent)}" OutputName="{InProject(agent)}" />""",
            $"""
            <GoToolchainRoot />
            <GoToolchainStore>../{InProject(store)}</GoToolchainStore>
            <GoToolchainVersion>1.19</GoToolchainVersion>
            <GoToolchainOffline>true</GoToolchainOffline>
            <GoEmbedToolchainInfo>true</GoEmbedToolchainInfo>
            """
        );
        var home = solution[$"home{s_quotes}%41 #ü"];
        Directory.CreateDirectory(home);
        solution.Variables["HOME"] = home;
        solution.Variables["DOTNET_CLI_HOME"] = home;
        // The store of the tests under another name: its files are large, and links to directories are what users have too.
        Directory.CreateDirectory(solution[store]);
        foreach (var part in Directory.EnumerateDirectories(TestGo.Store))
        {
            Directory.CreateSymbolicLink(solution[store, Path.GetFileName(part)], part);
        }

        await solution.DotNetAsync("build", "App");
        var executable = solution["App", "bin", "Debug", "net10.0", agent + GoPlatform.Host.ExecutableSuffix];
        Assert.Equal("first", Solution.Run(executable));

        await solution.DotNetAsync("clean", "App");
        Assert.False(File.Exists(executable));
    }

    private static string InProject(string text) => SecurityElement.Escape(ItemText.Escape(text));
}
