using System.Diagnostics;
using GoToolchain.Sources;
using GoToolchain.Sources.Apt;
using GoToolchain.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>The real apt of this machine, with a store whose path has every awkward letter.</summary>
public sealed class AptSourceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gotc apt äö \"q\"; %20 #x' ").FullName;
    private readonly HostMachine _host = HostMachine.Detect();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_package_becomes_one_self_contained_tree_that_builds_and_runs_a_program_with_cgo()
    {
        RequireApt();
        var source = Create(suite: null);
        var reports = new List<GoProgress>();
        var releases = await source.ListAsync(_host.Platform, TestContext.Current.CancellationToken);
        var oldest = releases.MinBy(r => r.Version)!;
        Assert.Contains('=', oldest.FileName);

        var staging = Path.Combine(_directory, "staging");
        Directory.CreateDirectory(staging);
        var context = new GoDeliveryContext(staging, Path.Combine(_directory, "downloads"), new Recorder(reports), NullLogger.Instance);
        var delivery = await source.DeliverAsync(oldest, context, TestContext.Current.CancellationToken);

        Assert.Equal(Path.Combine(staging, "go"), delivery.Root);
        Assert.Equal(GoTrust.Signed, delivery.Trust);
        Assert.Contains("main", delivery.VouchedBy, StringComparison.Ordinal);
        Assert.Equal([delivery.Root], Directory.GetFileSystemEntries(staging));
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(delivery.Root, "*", SearchOption.AllDirectories),
            entry => new FileInfo(entry).LinkTarget is not null
        );
        Assert.Equal(
            oldest.Version.ToolchainName,
            (await File.ReadAllLinesAsync(Path.Combine(delivery.Root, "VERSION"), TestContext.Current.CancellationToken))[0]
        );
        Assert.True(File.Exists(Path.Combine(delivery.Root, "pkg", "include", "textflag.h")));
        Assert.Contains(reports, r => r.Phase == GoProgressPhase.Downloading && r.Bytes == oldest.Size && r.TotalBytes == oldest.Size);
        Assert.Contains(reports, r => r.Phase == GoProgressPhase.Unpacking);
        Assert.Equal("42", Build(delivery.Root));
    }

    private string Build(string root)
    {
        var project = Path.Combine(_directory, "project");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "go.mod"), "module example\n\ngo 1.19\n");
        File.WriteAllText(
            Path.Combine(project, "main.go"),
            """
            package main

            // static int twice(int n) { return 2 * n; }
            import "C"
            import "fmt"

            func main() { fmt.Print(C.twice(21)) }
            """
        );
        var start = new ProcessStartInfo(Path.Combine(root, "bin", "go"), ["run", "."])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("GOROOT");
        start.Environment["GOCACHE"] = Path.Combine(_directory, "cache");
        start.Environment["GOPATH"] = Path.Combine(_directory, "path");
        start.Environment["GOENV"] = "off";
        start.Environment["GOTOOLCHAIN"] = "local";
        start.Environment["CGO_ENABLED"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    private AptSource Create(string? suite) => new(_host, new StoreLayout(_directory), suite, TimeSpan.FromMinutes(2), NullLogger.Instance);

    private void RequireApt()
    {
        if (_host.FindOnPath("apt-get") is null)
        {
            Assert.Skip("This machine has no apt-get.");
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
