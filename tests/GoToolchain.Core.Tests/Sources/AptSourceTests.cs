using System.Diagnostics;
using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Sources;
using GoToolchain.Sources.Apt;
using GoToolchain.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>The real apt of this machine, with a store whose path has every awkward letter.</summary>
public sealed class AptSourceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gotc apt äö \"q\"; %20 #x' ").FullName;
    private readonly CountingMachine _host = CountingMachine.Create();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Downloads => Path.Combine(_directory, "downloads");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_package_becomes_one_self_contained_tree_that_builds_and_runs_a_program_with_cgo()
    {
        RequireApt();
        var reports = new List<GoProgress>();
        var source = Create();
        var oldest = await OldestAsync(source);
        Assert.Contains('=', oldest.FileName);

        var delivery = await DeliverAsync(source, oldest, new Recorder(reports));

        Assert.Equal(GoTrust.Signed, delivery.Trust);
        Assert.Contains("main", delivery.VouchedBy, StringComparison.Ordinal);
        Assert.Equal([delivery.Root], Directory.GetFileSystemEntries(Path.GetDirectoryName(delivery.Root)!));
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(delivery.Root, "*", SearchOption.AllDirectories),
            entry => new FileInfo(entry).LinkTarget is not null
        );
        var version = await File.ReadAllLinesAsync(Path.Combine(delivery.Root, "VERSION"), Cancel);
        Assert.Equal(oldest.Version.ToolchainName, version[0]);
        Assert.True(File.Exists(Path.Combine(delivery.Root, "pkg", "include", "textflag.h")));
        Assert.Contains(reports, r => r.Phase == GoProgressPhase.Downloading && r.Bytes == oldest.Size && r.TotalBytes == oldest.Size);
        Assert.Contains(reports, r => r.Phase == GoProgressPhase.Unpacking);
        Assert.Equal("42", await RunProgramAsync(delivery.Root));

        // The second time neither the index nor a package is fetched; a damaged package is, for apt itself would take it.
        _host.Started.Clear();
        await DeliverAsync(Create(), oldest);
        Assert.DoesNotContain("apt-get", _host.Started);
        var package = Directory.GetFiles(Downloads, "*-src_*.deb").Single();
        await FlipAsync(package);
        await DeliverAsync(Create(), oldest);
        Assert.Equal(1, _host.Started.Count(p => p == "apt-get"));
    }

    [Fact]
    public async Task The_index_is_fetched_again_only_when_it_is_too_old()
    {
        RequireApt();
        var source = Create();
        Assert.True(await source.RefreshAsync(AptSource.DefaultMaxAge, Cancel));
        Assert.False(await Create().RefreshAsync(TimeSpan.FromMinutes(10), Cancel));
        Assert.True(await Create().RefreshAsync(TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task The_hooks_of_the_machine_are_not_run_for_they_may_write_outside_the_store()
    {
        RequireApt();
        var mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var configuration = Path.Combine(_directory, "machine.conf");
        string[] hooks = ["Pre-Invoke", "Post-Invoke", "Post-Invoke-Success"];
        await File.WriteAllLinesAsync(configuration, hooks.Select(h => $"APT::Update::{h} {{ \"touch {mark}\"; }};"), Cancel);
        var host = CountingMachine.Create(("APT_CONFIG", configuration));
        var source = new AptSource(host, new StoreLayout(_directory), null, TimeSpan.FromMinutes(2), NullLogger.Instance);

        Assert.NotEmpty(await source.ListAsync(host.Platform, Cancel));

        Assert.Contains("apt-get", host.Started);
        Assert.False(File.Exists(mark));
    }

    [Fact]
    public async Task A_suite_that_does_not_exist_is_told_in_the_words_of_apt()
    {
        RequireApt();
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Create("no-such-suite").ListAsync(_host.Platform, Cancel));
        Assert.Equal(GoErrorCodes.SourceUnavailable, error.Code);
        Assert.Contains("no-such-suite", error.Problem, StringComparison.Ordinal);
        Assert.Single(error.Problem.Split('\n'));
    }

    [Fact]
    public async Task Cancelling_ends_apt_at_once()
    {
        RequireApt();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var listing = Create().ListAsync(_host.Platform, cancel.Token);
        cancel.CancelAfter(100);
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_machine_without_apt_gives_a_reason()
    {
        using var scratch = new ScratchDirectory();
        var source = new AptSource(
            SandboxMachine.In(scratch),
            new StoreLayout(_directory),
            null,
            TimeSpan.FromMinutes(1),
            NullLogger.Instance
        );
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => source.ListAsync(GoPlatform.Host, Cancel));
        Assert.Equal(GoErrorCodes.SourceUnavailable, error.Code);
        Assert.Contains("no apt-get", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_platform_is_not_offered_and_apt_is_not_asked()
    {
        RequireApt();
        Assert.Empty(await Create().ListAsync(new GoPlatform("windows", "amd64"), Cancel));
        Assert.Empty(_host.Started);
    }

    private async Task<GoRelease> OldestAsync(AptSource source) => (await source.ListAsync(_host.Platform, Cancel)).MinBy(r => r.Version)!;

    private async Task<GoDelivery> DeliverAsync(AptSource source, GoRelease release, IProgress<GoProgress>? progress = null)
    {
        var staging = Directory.CreateDirectory(Path.Combine(_directory, "staging", Path.GetRandomFileName())).FullName;
        var context = new GoDeliveryContext(staging, Downloads, progress ?? new Progress<GoProgress>(), NullLogger.Instance);
        return await source.DeliverAsync(release, context, Cancel);
    }

    private async Task<string> RunProgramAsync(string root)
    {
        var project = Directory.CreateDirectory(Path.Combine(_directory, "project")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "go.mod"), "module example\n\ngo 1.19\n", Cancel);
        await File.WriteAllTextAsync(
            Path.Combine(project, "main.go"),
            """
            package main

            // static int twice(int n) { return 2 * n; }
            import "C"
            import "fmt"

            func main() { fmt.Print(C.twice(21)) }
            """,
            Cancel
        );
        var output = new List<string>();
        var errors = new List<string>();
        var result = await Cli.Wrap(Path.Combine(root, "bin", "go"))
            .WithArguments(["run", "."])
            .WithWorkingDirectory(project)
            .WithEnvironmentVariables(v =>
                v.Set("GOROOT", null)
                    .Set("GOCACHE", Path.Combine(_directory, "cache"))
                    .Set("GOPATH", Path.Combine(_directory, "path"))
                    .Set("GOENV", "off")
                    .Set("GOTOOLCHAIN", "local")
                    .Set("CGO_ENABLED", "1")
            )
            .WithStandardOutputPipe(PipeTarget.ToDelegate(output.Add))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(errors.Add))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(Cancel);
        Assert.True(result.ExitCode == 0, string.Join('\n', errors));
        return Assert.Single(output);
    }

    private static async Task FlipAsync(string file)
    {
        await using var stream = File.Open(file, FileMode.Open);
        stream.Position = 5000;
        var old = stream.ReadByte();
        stream.Position = 5000;
        stream.WriteByte((byte)~old);
    }

    private AptSource Create(string? suite = null) =>
        new(_host, new StoreLayout(_directory), suite, TimeSpan.FromMinutes(2), NullLogger.Instance);

    private void RequireApt()
    {
        if (_host.FindOnPath("apt-get") is null)
        {
            Assert.Skip("This machine has no apt-get.");
        }
    }

    /// <summary>The real machine, and what was started on it.</summary>
    private sealed class CountingMachine : HostMachine
    {
        public List<string> Started { get; } = [];

        public static CountingMachine Create(params (string Name, string Value)[] more)
        {
            var real = Detect();
            return new CountingMachine
            {
                Variables = real.Variables.Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value))).ToDictionary(),
                HomeDirectory = real.HomeDirectory,
                TempDirectory = real.TempDirectory,
                Platform = real.Platform,
            };
        }

        public override Command CreateCommand(string executable)
        {
            lock (Started)
            {
                Started.Add(Path.GetFileName(executable));
            }

            return base.CreateCommand(executable);
        }
    }

    private sealed class Recorder(List<GoProgress> reports) : IProgress<GoProgress>
    {
        public void Report(GoProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
