using System.Diagnostics;
using System.Security.Cryptography;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>Real file systems that are full or read-only: small ones in memory, in a mount namespace of their own.</summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();

    public FullDiskTests()
    {
        _machine.Variables["GOTC_MIRROR"] = _mirror.Url;
        Directory.CreateDirectory(_machine.Store);
        // Does not shrink: the archive has 3 MB, and so has the tree.
        var noise = new byte[3_000_000];
        RandomNumberGenerator.Fill(noise);
        foreach (var version in (string[])["1.97.3", "1.98.0"])
        {
            var model = SyntheticGoRoot.Create(_machine.Scratch["model", version], version).Root;
            _mirror.AddRelease(
                version,
                ReleaseArchive.For([.. ReleaseArchive.Entries(model), new ArchiveEntry("go/src/fmt/noise.go", noise)])
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Theory]
    // No room for a lock, in the middle of the download, at its end, in the tree, in front of the manifest; and just enough.
    [InlineData("4k", 7)]
    [InlineData("1m", 7)]
    [InlineData("2900k", 7)]
    [InlineData("4m", 7)]
    [InlineData("5900k", 7)]
    [InlineData("16m", 0)]
    public async Task A_full_disk_is_said_and_leaves_nothing_half_done_and_with_room_it_goes_on(string size, int exitCode)
    {
        var output = await OnSmallDiskAsync(
            size,
            $"$TOOL install 1.97; echo \"= $? $(ls $STORE/toolchains 2>/dev/null | wc -l)\"; mount -o remount,size=64m $STORE; $TOOL install 1.97; echo \"= $? $(ls $STORE/toolchains | wc -l) $(ls $STORE/staging | wc -l)\""
        );

        Assert.Equal([$"= {exitCode} {(exitCode == 0 ? 1 : 0)}", "= 0 1 0"], output.Results);
        Assert.Equal(exitCode != 0, output.Text.Contains("GOTC2008", StringComparison.Ordinal));
        Assert.Equal(exitCode != 0, output.Text.Contains("no space is left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disk_that_fills_up_during_a_replacement_leaves_the_old_tree()
    {
        var output = await OnSmallDiskAsync(
            "8m",
            "$TOOL install 1.97; echo \"= $?\"; $TOOL install 1.97 --force; echo \"= $?\"; $TOOL where 1.97 --json; echo \"= $? $(stat -c %s $STORE/toolchains/*/src/fmt/noise.go)\"; $TOOL uninstall 1.97; echo \"= $?\""
        );

        Assert.Equal(["= 0", "= 7", "= 0 3000000", "= 0"], output.Results);
        Assert.Contains("\"trust\": \"feed-checksum\"", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_store_can_be_used_and_what_would_change_it_says_why_not()
    {
        var output = await OnSmallDiskAsync(
            "64m",
            "$TOOL install 1.97; echo \"= $?\"; mount -o remount,ro $STORE; "
                + "$TOOL where 1.97; echo \"= $?\"; $TOOL install 1.97; echo \"= $?\"; $TOOL exec 1.97 -- /bin/true; echo \"= $?\"; "
                + "$TOOL install 1.98; echo \"= $?\"; $TOOL uninstall 1.97; echo \"= $?\"; $TOOL link go 1.97; echo \"= $?\"; "
                + "mount -o remount,rw $STORE; $TOOL install 1.98; echo \"= $?\""
        );

        Assert.Equal(["= 0", "= 0", "= 0", "= 0", "= 7", "= 7", "= 7", "= 0"], output.Results);
        Assert.Contains("mounted read-only", output.Text, StringComparison.Ordinal);
        Assert.Null(new DirectoryInfo(Path.Combine(_machine.Project, "go")).LinkTarget);
    }

    // The results are the lines that begin with `=`.
    private async Task<(string[] Results, string Text)> OnSmallDiskAsync(string size, string script)
    {
        var unshare = HostMachine.Detect().FindOnPath("unshare");
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && unshare is not null,
            "Only root can mount a small disk."
        );
        string[] tool = [.. _machine.Prepare([], ["x"]).ArgumentList.SkipLast(1).Prepend(ToolMachine.DotNetHost)];
        var line =
            $"export STORE='{_machine.Store}' TOOL='{string.Join(' ', tool)}'; PATH=/usr/bin:/bin:/usr/sbin:/sbin; mount -t tmpfs -o size={size} none $STORE || exit 99; {script}";
        using var process = Process.Start(_machine.Prepare([unshare!, "-m", "/bin/sh", "-c", line], null))!;
        process.StandardInput.Close();
        var run = await ToolMachine.EndAsync(process);
        Assert.SkipWhen(
            run.ExitCode == 99 || run.Error.Contains("unshare failed", StringComparison.Ordinal),
            $"No mount namespace can be had here: {run.Error}"
        );
        return ([.. run.Out.Split('\n').Where(l => l.StartsWith('='))], run.Out + run.Error);
    }
}
