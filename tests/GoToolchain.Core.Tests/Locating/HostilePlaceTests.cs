using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>What lies in the places that are looked at may be anything.</summary>
public sealed class HostilePlaceTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public HostilePlaceTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes, links and permissions of Unix.");

    public void Dispose() => _scratch.Dispose();

    private GoLocator Locator(params string[] path) =>
        new(
            SandboxMachine.In(
                _scratch,
                new Dictionary<string, string> { ["PATH"] = string.Join(Path.PathSeparator, path.Select(d => _scratch[d])) },
                mayStartProcesses: false
            )
        );

    [Fact]
    public async Task A_pipe_named_go_is_a_finding_and_nobody_waits_for_it()
    {
        _scratch.CreateDirectory("bin");
        await Cli.Wrap("mkfifo").WithArguments([_scratch["bin/go"]]).ExecuteAsync(TestContext.Current.CancellationToken);

        var locate = Task.Run(() => Locator("bin").Locate(), TestContext.Current.CancellationToken);
        var candidate = Assert.Single(await locate.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Assert.Equal((GoVerdict.OtherProgram, _scratch["bin/go"]), (candidate.Verdict, candidate.Root));
    }

    [Fact]
    public void A_directory_named_go_is_passed_over_as_a_shell_does()
    {
        _scratch.CreateDirectory("bin/go/bin/go");
        _scratch.CreateLink("linked/go", _scratch["bin/go"]);

        Assert.Empty(Locator("bin", "linked").Locate());
    }

    [Fact]
    public void Loops_of_links_end()
    {
        _scratch.CreateLink("home/.goenv/versions/loop", "loop");
        _scratch.CreateLink("home/.asdf/installs/golang/up", "..");
        _scratch.CreateLink("home/.local/share/mise/installs/go", "go");
        _scratch.CreateLink("system/opt/hostedtoolcache/go", "../hostedtoolcache/go");
        _scratch.CreateLink("system/usr/local/go", "go");

        var found = Locator().Locate();

        Assert.Contains(found, c => (c.Root, c.Verdict) == (_scratch["home/.goenv/versions/loop"], GoVerdict.DanglingLink));
        Assert.Contains(found, c => (c.Root, c.Verdict) == (_scratch["system/usr/local/go"], GoVerdict.DanglingLink));
        Assert.DoesNotContain(found, c => c.Verdict == GoVerdict.Usable);
    }

    [Theory]
    [InlineData("home/.goenv/versions", "home/.goenv/versions/1.24.4")]
    [InlineData("home/.asdf/installs/golang", "home/.asdf/installs/golang/1.24.4/go")]
    [InlineData("home/.local/share/mise/installs/go/1.24.4", "home/.local/share/mise/installs/go/1.24.4")]
    [InlineData("system/opt/homebrew/Cellar/go", "system/opt/homebrew/Cellar/go/1.24.4/libexec")]
    [InlineData("system/snap/go", "system/snap/go/10030")]
    public void A_directory_of_a_manager_that_may_not_be_read_becomes_a_verdict(string locked, string root)
    {
        SyntheticGoRoot.Create(_scratch[root]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_scratch.Root, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(_scratch[locked], UnixFileMode.None);
        }

        var locator = Locator();

        var candidate = Assert.Single(OrdinaryUser.Look(locator.Locate));

        Assert.Equal(GoVerdict.Unreadable, candidate.Verdict);
        Assert.StartsWith(_scratch[locked], candidate.Root, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_directory_with_very_many_entries_only_so_many_are_candidates()
    {
        for (var i = 0; i < 700; i++)
        {
            _scratch.CreateDirectory($"home/.goenv/versions/{i}");
        }

        Assert.Equal(500, Locator().Locate().Count);
    }

    [Fact]
    public void A_Go_that_may_start_here_but_is_for_another_platform_is_not_used_and_says_so()
    {
        var amd64 = new GoPlatform("linux", "amd64");
        var go = SyntheticGoRoot.Create(_scratch["home/go-sdk"], platform: new GoPlatform("linux", "386"));
        var other = SyntheticGoRoot.Create(_scratch["home/.local/go"], platform: new GoPlatform("linux", "arm64"));

        var found = new GoLocator(SandboxMachine.In(_scratch, mayStartProcesses: false, platform: amd64)).Locate();

        Assert.Equal([(go.Root, GoVerdict.WrongPlatform), (other.Root, GoVerdict.WrongPlatform)], found.Select(c => (c.Root, c.Verdict)));
        Assert.Contains("It may start here, but it builds for linux/386", found[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("may start", found[1].Reason, StringComparison.Ordinal);
    }
}
