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

    [Fact]
    public async Task A_build_obeys_the_lock_file_and_its_error_names_the_command()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("gotoolchain.json", $$"""{ "version": "{{feed.Go.Version}}" }""");
        var locked = solution.Write(
            "gotoolchain.lock.json",
            $$"""
            {
              "schemaVersion": 1,
              "toolchains": [
                {
                  "version": "1.2.3",
                  "platform": "linux/amd64",
                  "file": "go1.2.3.linux-amd64.tar.gz",
                  "size": 1,
                  "sha256": "{{new string('0', 64)}}"
                }
              ]
            }
            """
        );
        solution.WriteApp(properties: "<GoToolchainRoot></GoToolchainRoot>");

        var run = await solution.TryDotNetAsync("build", "App");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error GOTC2040: The lock file pins", run.Output, StringComparison.Ordinal);
        Assert.Contains(locked, run.Output, StringComparison.Ordinal);
        Assert.Contains("Run `gotoolchain lock", run.Output, StringComparison.Ordinal);
    }

    private static List<(string Name, DateTime Time)> Receipts(string store) =>
        [.. new DirectoryInfo(Path.Combine(store, "receipts")).EnumerateFiles().Select(f => (f.Name, f.LastWriteTimeUtc))];
}
