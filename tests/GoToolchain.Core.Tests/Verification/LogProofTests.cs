using GoToolchain.Core.Tests.Sources.Proxy;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Verification;

namespace GoToolchain.Core.Tests.Verification;

/// <summary>An installed tree, proved from its files and the log alone.</summary>
public sealed class LogProofTests : ProxyTest
{
    private const string NotProvable = "GOTC2025";
    private const string NotInLog = "GOTC2024";

    [Fact]
    public async Task A_tree_that_somebody_else_has_unpacked_is_proved_to_be_the_release()
    {
        var proof = await ProveAsync();

        Assert.Equal(GoLogVerdict.Proved, proof.Verdict);
        Assert.Equal(proof.Hash, proof.LoggedHash);
        Assert.Equal("fake.sum.test", proof.Database);
        Assert.Equal((300L, 304L), (proof.RecordId, proof.TreeSize));
        Assert.StartsWith("go.sum database tree\n304\n", proof.SignedHead, StringComparison.Ordinal);
        Assert.Equal(["api", "test"], proof.NotCovered);
        Assert.Equal($"golang.org/toolchain@v0.0.1-go1.24.4.{GoPlatform.Host.ToFileName()}", proof.Module);
        Assert.Equal(0, Mirror.Count(Zip));
    }

    [Fact]
    public async Task A_tree_from_the_store_is_proved_too()
    {
        var go = await Manager().InstallAsync(cancel: Cancel);

        Assert.Equal(GoLogVerdict.Proved, (await Manager().ProveAsync(go, Cancel)).Verdict);
    }

    [Theory]
    [InlineData("change")]
    [InlineData("remove")]
    [InlineData("add")]
    [InlineData("link")]
    [InlineData("directory link")]
    [InlineData("pipe")]
    [InlineData("rename")]
    [InlineData("hidden go.mod")]
    public async Task Whatever_differs_from_the_release_is_noticed(string what)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && what is "link" or "directory link" or "pipe", "Windows has none without rights.");
        Damage(what);

        var proof = await ProveAsync();

        Assert.Equal(GoLogVerdict.Differs, proof.Verdict);
        Assert.Contains("not Go 1.24.4", proof.Reason, StringComparison.Ordinal);
        Assert.Equal(what is "link" or "directory link" or "pipe" or "hidden go.mod", proof.Foreign.Count > 0);
    }

    [Fact]
    public async Task What_installers_leave_beside_a_release_is_named_and_not_counted()
    {
        Scratch.CreateFile("tree/.unpacked-success");
        Scratch.CreateFile("tree/go1.24.4.linux-amd64.tar.gz", "the archive");
        Scratch.CreateFile("tree/pkg/obj/x.a", "an object");

        var proof = await ProveAsync();

        Assert.Equal(GoLogVerdict.Proved, proof.Verdict);
        Assert.Equal([".unpacked-success", "api", "go1.24.4.linux-amd64.tar.gz", "pkg/obj", "test"], proof.NotCovered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tree_as_the_go_command_unpacks_it_has_both_names_of_a_go_mod_and_they_must_agree(bool isChanged)
    {
        File.Copy(Path.Combine(Tree, "src/go.mod"), Path.Combine(Tree, "src/_go.mod"));
        if (isChanged)
        {
            await File.AppendAllTextAsync(Path.Combine(Tree, "src/go.mod"), "// changed\n", Cancel);
        }

        Assert.Equal(isChanged ? GoLogVerdict.Differs : GoLogVerdict.Proved, (await ProveAsync()).Verdict);
    }

    [Fact]
    public async Task Offline_the_hash_is_there_and_what_is_missing_is_said()
    {
        var online = await ProveAsync();
        Directory.Delete(Scratch["store"], recursive: true);
        var requests = Mirror.Requests.Count;

        var proof = await ProveAsync(Manager(offline: true));

        Assert.Equal(GoLogVerdict.NotChecked, proof.Verdict);
        Assert.Equal(online.Hash, proof.Hash);
        Assert.Equal(GoErrorCodes.DownloadsForbidden, proof.Obstacle!.Code);
        Assert.Contains("offline", proof.Reason, StringComparison.Ordinal);
        Assert.Equal(requests, Mirror.Requests.Count);
    }

    [Fact]
    public async Task Offline_what_was_proved_before_is_proved_again_from_the_store()
    {
        await ProveAsync();
        var requests = Mirror.Requests.Count;

        Assert.Equal(GoLogVerdict.Proved, (await ProveAsync(Manager(offline: true))).Verdict);
        Assert.Equal(requests, Mirror.Requests.Count);
    }

    [Fact]
    public async Task Without_a_database_nothing_is_proved()
    {
        var proof = await ProveAsync(Manager(database: "off"));

        Assert.Equal(GoLogVerdict.NotChecked, proof.Verdict);
        Assert.Equal(GoErrorCodes.LogDisabled, proof.Obstacle!.Code);
    }

    [Theory]
    [InlineData("1.19.8", NotProvable)]
    [InlineData("1.24.9", NotInLog)]
    [InlineData("1.24.4-corp", NotProvable)]
    [InlineData("1.24.4-../../../x", NotProvable)]
    public async Task A_version_that_the_log_cannot_have_or_does_not_have_is_said_to_be_so(string version, string code)
    {
        SyntheticGoRoot.Create(Scratch["other"], version);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().ProveAsync("path:" + Scratch["other"], Cancel));

        Assert.Equal(code, error.Code.Id);
    }

    [Fact]
    public void A_directory_that_cannot_be_read_is_an_error_and_no_difference()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions are another matter there.");
            return;
        }

        File.SetUnixFileMode(Scratch.Root, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Path.Combine(Tree, "src/secret"), UnixFileMode.None);

        var error = OrdinaryUser.Look(() => Record.Exception(() => InstalledTree.Read(Tree, Cancel)));

        Assert.Equal(NotProvable, Assert.IsType<GoToolchainException>(error).Code.Id);
    }

    [Fact]
    public async Task A_directory_without_a_Go_cannot_be_proved()
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().ProveAsync("path:" + Scratch["home"], Cancel));

        Assert.Equal(GoErrorCodes.NotProvable, error.Code);
    }

    private Task<GoLogProof> ProveAsync(GoToolchainManager? manager = null) => (manager ?? Manager()).ProveAsync("path:" + Tree, Cancel);

    private void Damage(string what)
    {
        var file = Path.Combine(Tree, "src/fmt/print.go");
        switch (what)
        {
            case "change":
                File.AppendAllText(file, " ");
                break;
            case "remove":
                File.Delete(file);
                break;
            case "add":
                File.WriteAllText(file + ".orig", "");
                break;
            case "rename":
                File.Move(file, Path.Combine(Tree, "src/fmt/Print.go"));
                break;
            case "link":
                File.Move(file, Scratch["print.go"]);
                File.CreateSymbolicLink(file, Scratch["print.go"]);
                break;
            case "directory link":
                Directory.Move(Path.Combine(Tree, "src/fmt"), Scratch["fmt"]);
                Directory.CreateSymbolicLink(Path.Combine(Tree, "src/fmt"), Scratch["fmt"]);
                break;
            case "pipe":
                File.Delete(Path.Combine(Tree, "src/empty.go"));
                using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(Tree, "src/empty.go")]))
                {
                    mkfifo.WaitForExit();
                }

                break;
            default:
                File.Move(Path.Combine(Tree, "src/go.mod"), Path.Combine(Tree, "src/_go.mod"));
                break;
        }
    }
}
