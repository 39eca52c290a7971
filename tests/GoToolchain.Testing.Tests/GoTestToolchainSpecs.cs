using System.Collections.Concurrent;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests;

public sealed class GoTestToolchainSpecs(GoOfTheTests go) : IDisposable
{
    private readonly ScratchDirectory _directory = new("testing");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_Go_that_is_here_is_ready()
    {
        Assert.Equal(GoTestStatus.Ready, go.Toolchain.Status);
        Assert.Null(go.Toolchain.Failure);
        Assert.StartsWith(TestSettings.Version + ".", go.Toolchain.Installation.Version.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(TestGo.Store, go.Toolchain.Installation.Root, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_who_pass_the_same_options_share_one_outcome()
    {
        var options = TestSettings.Missing(_directory, GoTestPolicy.Fail);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => GoTestToolchain.EnsureAsync(options)));

        Assert.All(outcomes, outcome => Assert.Same(outcomes[0], outcome));
    }

    [Theory]
    [InlineData(GoTestPolicy.Provision)]
    [InlineData(GoTestPolicy.Skip)]
    [InlineData(GoTestPolicy.Fail)]
    public async Task A_Go_that_cannot_be_had_is_recorded_and_only_its_use_throws(GoTestPolicy policy)
    {
        var outcome = await GoTestToolchain.EnsureAsync(TestSettings.Missing(_directory, policy), TestContext.Current.CancellationToken);

        Assert.Equal(GoTestStatus.Unavailable, outcome.Status);
        var first = Assert.Throws<GoToolchainUnavailableException>(() => outcome.Installation);
        var second = Assert.Throws<GoToolchainUnavailableException>(() => outcome.Command("version"));
        Assert.NotSame(first, second);
        Assert.Equal(outcome.Failure!.Message, first.Message);
        Assert.NotEmpty(first.Reason);
        Assert.NotEmpty(first.Cure);
        Assert.Contains(first.Code.Id, first.Message, StringComparison.Ordinal);
        Assert.Equal(policy == GoTestPolicy.Skip ? first.Message : null, outcome.SkipReason);
    }

    [Theory]
    [InlineData(GoTestPolicy.Skip)]
    [InlineData(GoTestPolicy.Fail)]
    public async Task Where_the_policy_installs_nothing_the_message_says_so_and_how_to_change_it(GoTestPolicy policy)
    {
        var outcome = await GoTestToolchain.EnsureAsync(TestSettings.Missing(_directory, policy), TestContext.Current.CancellationToken);

        Assert.Equal(GoErrorCodes.NotFound, outcome.Failure!.Code);
        Assert.Contains($"the policy is {policy}, because the test asks for it", outcome.Failure.Reason, StringComparison.Ordinal);
        Assert.Contains("GOTC_TESTING_POLICY=Provision", outcome.Failure.Cure, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_directory["store/toolchains"]));
    }

    [Fact]
    public async Task Under_Provision_a_missing_Go_is_installed_once_for_all()
    {
        await using var mirror = new FakeGoMirror();
        var archive = AddRelease(mirror);
        var options = Installing(mirror);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GoTestToolchain.EnsureAsync(options)));

        Assert.All(outcomes, outcome => Assert.Equal(GoTestStatus.Ready, outcome.Status));
        Assert.True(outcomes[0].Installation.InstalledNow);
        Assert.StartsWith(_directory["store"], outcomes[0].Installation.Root, StringComparison.Ordinal);
        Assert.Equal(1, mirror.Count(archive));
    }

    [Fact]
    public async Task What_an_installation_does_is_told_to_all_who_wait_for_it()
    {
        await using var mirror = new FakeGoMirror();
        AddRelease(mirror);
        var options = Installing(mirror);
        ConcurrentQueue<string> one = [];
        ConcurrentQueue<string> other = [];

        await Task.WhenAll(
            GoTestToolchain.EnsureAsync(options, GoTestLog.To(one.Enqueue), TestContext.Current.CancellationToken),
            GoTestToolchain.EnsureAsync(options, GoTestLog.To(other.Enqueue), TestContext.Current.CancellationToken)
        );

        Assert.Contains(one, line => line.StartsWith("[go-toolchain] Downloading go1.24.4", StringComparison.Ordinal));
        Assert.EndsWith("installed for this run.", one.Last(), StringComparison.Ordinal);
        Assert.Equal(one.Last(), other.Last());
    }

    [Fact]
    public async Task A_damaged_Go_of_the_store_is_installed_again_under_Provision()
    {
        await using var mirror = new FakeGoMirror();
        var archive = AddRelease(mirror);
        DamageStore();

        var outcome = await GoTestToolchain.EnsureAsync(Installing(mirror), TestContext.Current.CancellationToken);

        Assert.True(outcome.Installation.InstalledNow);
        Assert.Equal(1, mirror.Count(archive));
    }

    [Theory]
    [InlineData(GoTestPolicy.Skip)]
    [InlineData(GoTestPolicy.Fail)]
    public async Task A_damaged_Go_is_not_mended_under_another_policy(GoTestPolicy policy)
    {
        await using var mirror = new FakeGoMirror();
        AddRelease(mirror);
        DamageStore();

        var outcome = await GoTestToolchain.EnsureAsync(Installing(mirror) with { Policy = policy }, TestContext.Current.CancellationToken);

        Assert.StartsWith("GOTC6", outcome.Failure!.Code.Id, StringComparison.Ordinal);
        Assert.Contains($"the policy is {policy}", outcome.Failure.Reason, StringComparison.Ordinal);
        Assert.Contains("gotoolchain repair ", outcome.Failure.Cure, StringComparison.Ordinal);
        Assert.Empty(mirror.Requests);
    }

    [Fact]
    public void Looking_installs_nothing_even_under_Provision()
    {
        var outcome = GoTestToolchain.Look(TestSettings.Missing(_directory, GoTestPolicy.Provision));

        Assert.Equal(GoTestStatus.Unavailable, outcome.Status);
        Assert.Null(outcome.SkipReason);
        Assert.False(Directory.Exists(_directory["store/toolchains"]));
    }

    [Fact]
    public async Task A_policy_that_is_none_fails_the_tests_and_skips_nothing()
    {
        var options = TestSettings.Missing(_directory, policy: null, ("GOTC_TESTING_POLICY", "skp"));

        var outcome = await GoTestToolchain.EnsureAsync(options, TestContext.Current.CancellationToken);

        Assert.Null(outcome.SkipReason);
        var failure = Assert.Throws<GoToolchainUnavailableException>(() => outcome.Installation);
        Assert.Equal(GoErrorCodes.InvalidSetting, failure.Code);
        Assert.Contains("`skp`", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("Provision, Skip, Fail", failure.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_waiting_does_not_stop_it_for_the_others()
    {
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();
        var options = TestSettings.Missing(_directory, GoTestPolicy.Fail);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GoTestToolchain.EnsureAsync(options, impatient.Token));
        var outcome = await GoTestToolchain.EnsureAsync(options, TestContext.Current.CancellationToken);

        Assert.Equal(GoTestStatus.Unavailable, outcome.Status);
    }

    private string AddRelease(FakeGoMirror mirror)
    {
        var tree = SyntheticGoRoot.Create(_directory["tree"], "1.24.4");
        return mirror.AddRelease("1.24.4", ReleaseArchive.For(ReleaseArchive.Entries(tree.Root)));
    }

    private GoTestOptions Installing(FakeGoMirror mirror)
    {
        var missing = TestSettings.Missing(_directory, GoTestPolicy.Provision);
        return missing with { Version = "1.24", Toolchain = missing.Toolchain! with { Sources = [mirror.Url] } };
    }

    // The locator takes it; the doctor sees that most of it is missing.
    private void DamageStore()
    {
        SyntheticGoRoot.Create(_directory[$"store/toolchains/go1.24.4.{GoPlatform.Host.Os}-{GoPlatform.Host.ReleaseArch}"], "1.24.4");
        _directory.CreateDirectory("store/receipts");
        _directory.CreateDirectory("store/manifests");
    }
}
