using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Store;

/// <summary>A store that another user has filled.</summary>
public sealed class OtherUserTests : StoreTest
{
    [Fact]
    public async Task A_store_of_another_user_can_be_used_and_what_would_change_it_says_whose_it_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can act as another user.");
        var root = await InstallAsync("1.97.3");
        var archive = Offer("1.98.0");
        await InstallAsync("1.96.1");
        await Manager().LinkAsync(Scratch["home/go"], "1.97", Cancel);
        foreach (var directory in (string[])["", "feed"])
        {
#pragma warning disable CA1416 // It is Linux, or the test is skipped.
            File.SetUnixFileMode(Scratch[directory], (UnixFileMode)0b111_101_101);
#pragma warning restore CA1416
        }

        var found = OrdinaryUser.Look(() => Manager().Find("1.97"));
        Assert.Equal(root, found!.Root);
        Assert.Equal(GoTrust.FeedChecksum, found.Trust);
        // Every one of these runs on the thread of that user until it has to write.
        Refused(() => Manager().InstallAsync(fromFile: archive, cancel: Cancel));
        Refused(() => Manager().UninstallAsync("1.96", Cancel));
        Refused(() => Manager().LinkAsync(Scratch["home/go"], "1.97", Cancel));
        Refused(() => Manager().PruneAsync(new GoPruneOptions { Keep = 0 }, Cancel));
        Assert.True(File.Exists(Path.Combine(root, "VERSION")));
        Assert.Equal(root, new DirectoryInfo(Scratch["home/go"]).LinkTarget);
    }

    private static void Refused(Func<Task> change)
    {
        var error = OrdinaryUser.Look(() => Assert.Throws<GoToolchainException>(() => change().GetAwaiter().GetResult()));
        Assert.True(error.Code.ExitCode == 7, error.Message);
        Assert.Contains("root", error.Problem, StringComparison.Ordinal);
        Assert.NotNull(error.NextStep);
    }
}
