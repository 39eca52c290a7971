using System.Diagnostics;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

public sealed class SampleSpecs(PackageFeed feed)
{
    [Fact]
    public async Task The_sidecar_sample_runs_and_says_which_Go_answers()
    {
        using var scratch = new ScratchDirectory();
        scratch.CreateFile("one.txt", "the same");
        scratch.CreateFile("deep/two.txt", "the same");
        scratch.CreateFile("other.bin", "different");

        var run = await RunAsync(scratch.Root);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"answers from go{feed.Go.Version} ({GoPlatform.Host})", run.Output, StringComparison.Ordinal);
        Assert.Contains($"Built by  {feed.Go.Root}", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 files, 2 directories, 25 B", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 x 8 B", run.Output, StringComparison.Ordinal);
        Assert.Contains("    one.txt", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sidecar_sample_ends_with_a_failure_when_the_agent_reports_one()
    {
        using var scratch = new ScratchDirectory();

        var run = await RunAsync(scratch["nosuch"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error: lstat", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agent_ends_when_the_program_that_started_it_does()
    {
        using var scratch = new ScratchDirectory();
        Assert.Equal(0, (await RunAsync(scratch.Root)).ExitCode);
        var output = Path.Combine(RepositoryRoot.File(), "samples", "Sidecar", "bin", RepositoryRoot.Configuration, "net10.0");
        var start = new ProcessStartInfo(Path.Combine(output, "agent" + GoPlatform.Host.ExecutableSuffix))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        using var agent = Process.Start(start)!;
        var ready = await agent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("ready tcp:127.0.0.1:", ready, StringComparison.Ordinal);
        Assert.False(agent.HasExited);

        // All that is left of a parent that was killed: its end of the pipe is closed.
        agent.StandardInput.Close();
        await agent
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(0, agent.ExitCode);
    }

    [Fact]
    public async Task The_shared_library_sample_gets_from_Go_what_it_expects()
    {
        Interop.CalcSolution.SkipWithoutCompiler();
        var go = await TestGo.EnsureAsync("1.23");

        var run = await DotNetAsync(go, "run", "--project", "samples/SharedLibrary", "--configuration", RepositoryRoot.Configuration);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("String    Hello, Zoë! (ZOË)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Panic     CalcException: panic: sample 0 has the weight -1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Threads   80000 calls from 4 threads", run.Output, StringComparison.Ordinal);
        // The same table as Go's own tests, which agree with it too.
        Assert.Contains("Table     9 of 9 as in Go's own tests", run.Output, StringComparison.Ordinal);
        var tests = await go.Command("test", ".")
            .WithWorkingDirectory(RepositoryRoot.File("samples", "SharedLibrary", "libcalc"))
            .WithExitCodeCheck(false)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(tests.ExitCode == 0, tests.StandardOutput + tests.StandardError);
        Assert.DoesNotContain("warning", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_multi_platform_sample_publishes_six_platforms_with_the_binary_of_each()
    {
        using var scratch = new ScratchDirectory();
        string[] platforms = ["win-x64", "win-arm64", "linux-x64", "linux-arm64", "linux-musl-x64", "osx-arm64"];

        var run = await DotNetAsync(
            feed.Go,
            "build",
            "samples/MultiRid",
            "-t:PublishEverywhere",
            "--configuration",
            RepositoryRoot.Configuration,
            $"-p:PublishEverywhereDir={scratch.Root}/"
        );
        Assert.True(run.ExitCode == 0, run.Output);
        // The sample's own words, and ours.
        Assert.All(platforms, p => Assert.Matches($@"(?m)^\s*{p} +(PE|ELF|Mach-O) .* ok\r?$", run.Output));
        Assert.All(
            platforms,
            p =>
            {
                var expected = GoPlatform.FromRuntimeIdentifier(p);
                var agent = GoBinaryFile.Inspect(scratch[p, "agent" + expected.ExecutableSuffix]);
                Assert.Equal(expected, agent.Platform);
                Assert.Equal(expected.IsWindows || expected.Os == "darwin", agent.IsDynamic);
            }
        );
        Assert.Contains(
            $"{feed.Go.Version}",
            Solution.Run(scratch[GoPlatform.Host.RuntimeIdentifier!, "agent" + GoPlatform.Host.ExecutableSuffix]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_telemetry_sample_shows_spans_and_metrics_on_the_console()
    {
        var run = await DotNetAsync(
            feed.Go,
            "run",
            "--project",
            "samples/Telemetry",
            "--configuration",
            RepositoryRoot.Configuration,
            "--",
            $"path:{feed.Go.Root}"
        );

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches(@"Activity\.DisplayName: +gotoolchain\.build", run.Output);
        Assert.Matches(@"Activity\.DisplayName: +gotoolchain\.doctor", run.Output);
        Assert.Contains("Metric Name: gotoolchain.build.duration", run.Output, StringComparison.Ordinal);
        Assert.Contains("Unit: s", run.Output, StringComparison.Ordinal);
    }

    private Task<DotNetRun> RunAsync(string directory) =>
        DotNetAsync(feed.Go, "run", "--project", "samples/Sidecar", "--configuration", RepositoryRoot.Configuration, "--", directory);

    // In the repository itself, with the sources in place of the package: the tests' own build of the tasks is used, and nothing is built twice.
    private static Task<DotNetRun> DotNetAsync(GoInstallation go, params string[] arguments) =>
        DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            arguments,
            new Dictionary<string, string?>
            {
                ["GoToolchainRoot"] = go.Root,
                ["GOROOT"] = null,
                ["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE"),
                ["GOPATH"] = TestGo.Host.GetVariable("GOPATH"),
            },
            TestContext.Current.CancellationToken
        );
}
