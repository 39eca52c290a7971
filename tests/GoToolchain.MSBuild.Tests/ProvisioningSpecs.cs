using System.Security;
using GoToolchain.Fixtures;
using GoToolchain.Testing;

namespace GoToolchain.MSBuild.Tests;

public sealed class ProvisioningSpecs(PackageFeed feed)
{
    [Fact]
    public async Task The_first_build_installs_Go_and_the_second_asks_nobody_and_installs_nothing()
    {
        await using var mirror = new FakeGoMirror();
        // Without Go's own tests: half of the tree, and no build needs them.
        var entries = ReleaseArchive.Entries(feed.Go.Root).Where(e => !e.Name.StartsWith("go/test/", StringComparison.Ordinal));
        var archive = mirror.AddRelease(feed.Go.Version.ToString(), ReleaseArchive.For(entries));
        using var solution = new Solution(feed);
        var store = solution["store"];
        solution.WriteAgent();
        solution.WriteApp(
            properties: $"""
            <GoToolchainRoot></GoToolchainRoot>
            <GoToolchainMirror>{mirror.Url}</GoToolchainMirror>
            <GoToolchainStore>{SecurityElement.Escape(store)}</GoToolchainStore>
            <GoToolchainPreference>only-managed</GoToolchainPreference>
            """
        );

        var first = await solution.DotNetAsync("build", "App");

        var root = Assert.Single(Directory.GetDirectories(Path.Combine(store, "toolchains")));
        Assert.Contains(root, first, StringComparison.Ordinal);
        Assert.Contains(mirror.Url, first, StringComparison.Ordinal);
        Assert.Equal(1, mirror.Count(archive));
        Assert.Equal("first", Solution.Run(solution["App", "bin", "Debug", "net10.0", "agent" + GoPlatform.Host.ExecutableSuffix]));
        var requests = mirror.Requests.Count;
        var installed = Receipts(store);

        // Something to do for Go, so that the toolchain is really used and not merely passed over.
        solution.WriteAgent("second");
        await solution.DotNetAsync("build", "App");

        Assert.Equal("second", Solution.Run(solution["App", "bin", "Debug", "net10.0", "agent" + GoPlatform.Host.ExecutableSuffix]));
        Assert.Equal(requests, mirror.Requests.Count);
        Assert.Equal(installed, Receipts(store));
        Assert.DoesNotContain(
            "agent.proj",
            await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars", "-v:n"),
            StringComparison.Ordinal
        );

        // It may be a newer one that is wanted now.
        Directory.CreateDirectory(Path.Combine(store, "toolchains", "go1.19.99.linux-amd64"));
        Assert.Contains("agent.proj", await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars", "-v:n"), StringComparison.Ordinal);
    }

    private static List<(string Name, DateTime Time)> Receipts(string store) =>
        [.. new DirectoryInfo(Path.Combine(store, "receipts")).EnumerateFiles().Select(f => (f.Name, f.LastWriteTimeUtc))];
}
