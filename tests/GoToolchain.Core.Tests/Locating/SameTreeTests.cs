using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>One tree is one candidate, however it is reached.</summary>
public sealed class SameTreeTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_bind_mount_of_a_tree_is_that_tree()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount, on Linux.");
        var tree = SyntheticGoRoot.Create(_scratch["opt/go"]);
        var mount = _scratch.CreateDirectory("system/usr/local/go");
        var made = await Cli.Wrap("mount")
            .WithArguments(["--bind", tree.Root, mount])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancel);
        Assert.SkipUnless(made.IsSuccess, "This container may not mount.");
        try
        {
            var host = SandboxMachine.In(_scratch, new Dictionary<string, string> { ["GOROOT"] = tree.Root }, mayStartProcesses: false);

            var candidate = Assert.Single(new GoLocator(host).Locate());

            Assert.Equal((tree.Root, tree.Root), (candidate.Root, candidate.ResolvedRoot));
            Assert.Equal([GoOrigin.GoRootVariable, GoOrigin.OfficialInstaller], candidate.Origins);
            Assert.Equal([tree.Root, mount], candidate.FoundAs);
        }
        finally
        {
            await Cli.Wrap("umount").WithArguments([mount]).ExecuteAsync(cancel);
        }
    }

    [Fact]
    public void A_directory_is_the_same_under_every_path_that_leads_to_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Known on Linux only.");
        var directory = _scratch.CreateDirectory("a/b");
        var link = _scratch.CreateLink("link", "a/b");

        var identity = DirectoryIdentity.Of(directory);

        Assert.NotNull(identity);
        // The kernel's own path to it is another spelling that no link stands behind.
        Assert.Equal(identity, DirectoryIdentity.Of("/proc/self/root" + directory));
        Assert.Equal(identity, DirectoryIdentity.Of(link));
        Assert.Equal(identity, DirectoryIdentity.Of(Path.Combine(directory, "..", "b")));
        Assert.NotEqual(identity, DirectoryIdentity.Of(_scratch["a"]));
    }

    [Fact]
    public void A_file_and_what_is_not_there_have_no_identity()
    {
        Assert.Null(DirectoryIdentity.Of(_scratch["nothing"]));
        Assert.Null(DirectoryIdentity.Of(_scratch.CreateFile("file")));
    }

    [Fact]
    public void Two_copies_whose_files_are_one_are_two_trees()
    {
        var first = SyntheticGoRoot.Create(_scratch["home/go-sdk"]);
        var second = SyntheticGoRoot.Create(_scratch["home/.local/go"]);

        var host = SandboxMachine.In(_scratch, mayStartProcesses: false);

        Assert.Equal([first.Root, second.Root], new GoLocator(host).Locate().Select(c => c.Root));
    }

    [Fact]
    public void A_shim_and_a_manager_that_lead_to_a_tree_of_the_store_add_their_origins_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var tree = SyntheticGoRoot.Create(_scratch["store/toolchains/go1.24.4.linux-amd64"]);
        _scratch.CreateLink("home/.goenv/versions/1.24.4", tree.Root);

        var candidate = Assert.Single(new GoLocator(SandboxMachine.In(_scratch, mayStartProcesses: false), _scratch["store"]).Locate());

        Assert.Equal([GoOrigin.Store, GoOrigin.Goenv], candidate.Origins);
        Assert.Equal(tree.Root, candidate.Root);
    }
}
