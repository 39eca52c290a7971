using System.Collections.Concurrent;
using System.IO.Compression;
using GoToolchain.Fixtures;
using GoToolchain.Testing.Workspaces;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Tests.Workspaces;

/// <summary>What stays of a workspace.</summary>
public sealed class KeepSpecs(GoOfTheTests go)
{
    private const uint Nobody = 65534;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GoTheory]
    [InlineData(GoWorkspaceKeep.Always, null, true)]
    [InlineData(GoWorkspaceKeep.Never, true, false)]
    [InlineData(GoWorkspaceKeep.OnFailure, true, true)]
    [InlineData(GoWorkspaceKeep.OnFailure, false, false)]
    [InlineData(GoWorkspaceKeep.OnFailure, null, false)]
    public async Task It_stays_as_its_options_and_the_test_say(GoWorkspaceKeep keep, bool? failed, bool stays)
    {
        var log = new Log { TestFailed = failed };
        var workspace = await CreateAsync(new GoWorkspaceOptions { Keep = keep, Log = log });
        var root = Path.GetDirectoryName(workspace.Directory)!;

        await workspace.DisposeAsync();

        Assert.Equal(stays, Directory.Exists(root));
        Assert.Equal(stays ? [$"The workspace is kept: {root}"] : [], log.Lines);
        Assert.Equal(stays ? [(Path.Combine(root, "workspace.zip"), "workspace")] : [], log.Attachments);
        Assert.Equal(stays ? ["go.mod", "x.go"] : [], stays ? NamesIn(Path.Combine(root, "workspace.zip")) : []);
        await TreeRemoval.RemoveAsync(root, GoTestLog.None);
    }

    [GoFact]
    public async Task A_run_that_had_to_succeed_and_did_not_keeps_it_and_tells_where()
    {
        var workspace = await CreateAsync(new GoWorkspaceOptions());
        var root = Path.GetDirectoryName(workspace.Directory)!;
        var run = await workspace.RunAsync("build", "./nowhere");

        var failure = Assert.Throws<GoToolchainException>(() => run.EnsureSuccess());
        await workspace.DisposeAsync();

        Assert.Equal(GoErrorCodes.CommandFailed, failure.Code);
        Assert.Contains("`go build ./nowhere` ended with exit code 1", failure.Problem, StringComparison.Ordinal);
        Assert.Equal($"The workspace is kept: {root}", failure.NextStep);
        Assert.True(Directory.Exists(root));
        await TreeRemoval.RemoveAsync(root, GoTestLog.None);
    }

    [GoFact]
    public void Read_only_files_of_a_module_cache_are_removed_too()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Go makes directories read-only on Unix.");
            return;
        }

        using var scratch = new ScratchDirectory("readonly");
        scratch.CreateFile("tree/gomodcache/example.com/x@v1/x.go", "package x\n", UnixFileMode.UserRead);
        // Root may remove anything, so the look is that of an ordinary user, to whom the tree belongs.
        if (Environment.IsPrivilegedProcess)
        {
            foreach (
                var entry in Directory.EnumerateFileSystemEntries(scratch.Root, "*", SearchOption.AllDirectories).Prepend(scratch.Root)
            )
            {
                FileOwner.Give(entry, Nobody);
            }
        }

        File.SetUnixFileMode(scratch["tree/gomodcache/example.com/x@v1"], UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refused = OrdinaryUser.Look(() => Record.Exception(() => TreeRemoval.Remove(scratch["tree/gomodcache"], unlock: false)));
        OrdinaryUser.Look(() =>
        {
            TreeRemoval.Remove(scratch["tree/gomodcache"], unlock: true);
            return true;
        });

        Assert.NotNull(refused);
        Assert.False(Directory.Exists(scratch["tree/gomodcache"]));
    }

    [GoFact]
    public async Task A_copy_has_all_files_but_those_of_git_and_leaves_the_original_alone()
    {
        using var scratch = new ScratchDirectory("copy");
        scratch.CreateFile("module/go.mod", "module example.com/copied\n\ngo 1.19\n");
        scratch.CreateFile("module/deep/er/x.go", "package er\n", UnixFileMode.UserRead);
        scratch.CreateFile("module/.git/config", "secret");
        scratch.CreateFile("outside.txt", "outside");
        scratch.CreateLink("module/inside", "deep/er/x.go");
        scratch.CreateLink("module/outside", "../outside.txt");
        scratch.CreateLink("module/loop", ".");

        await using var workspace = await GoWorkspace.CopyAsync(go.Toolchain.Installation, scratch["module"], cancel: Cancel);
        await workspace.WriteAsync("deep/er/x.go", "package changed\n", Cancel);

        Assert.Equal("package er\n", await File.ReadAllTextAsync(scratch["module/deep/er/x.go"], Cancel));
        Assert.Equal("package changed\n", await File.ReadAllTextAsync(workspace.PathOf("inside"), Cancel));
        Assert.Equal("outside", await File.ReadAllTextAsync(workspace.PathOf("outside"), Cancel));
        Assert.False(Directory.Exists(workspace.PathOf(".git")));
        Assert.Equal("example.com/copied\n", (await workspace.RunAsync(["list", "-m"], Cancel)).StandardOutput);
    }

    private static List<string> NamesIn(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)];
    }

    private Task<GoWorkspace> CreateAsync(GoWorkspaceOptions options) =>
        GoWorkspace.CreateAsync(go.Toolchain.Installation, new Dictionary<string, string> { ["x.go"] = "package x\n" }, options, Cancel);

    private sealed class Log : IGoTestLog
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ConcurrentQueue<(string, string)> Attachments { get; } = new();

        public bool? TestFailed { get; init; }

        public void WriteLine(string line) => Lines.Enqueue(line);

        public void Attach(string path, string description) => Attachments.Enqueue((path, description));
    }
}
