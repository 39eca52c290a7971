using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health;

public sealed class DanglingLinkFixTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("../gone/go", "1.24.4")]
    [InlineData("../gone/go1.22.7.linux-amd64", "1.22.7")]
    [InlineData("../gone/go1.22.1.linux-amd64", "1.22.7")]
    [InlineData("../gone/go-1.22", "1.22.7")]
    public async Task A_dangling_link_leads_to_a_go_that_works_again_of_the_line_that_it_named(string old, string version)
    {
        AddSdk("1.22.7");
        AddSdk("1.24.4");
        var link = _scratch.CreateLink("local/go", old);

        var before = await CheckAsync(link);
        var done = Assert.Single(await before.FixAsync(TestContext.Current.CancellationToken));
        var after = await CheckAsync(link);

        Assert.Equal(2, before.ExitCode);
        Assert.True(done.IsDone, done.Text);
        Assert.Contains(old, done.Text, StringComparison.Ordinal);
        Assert.Equal(version, after.Subject!.Version!.ToString());
        Assert.Equal(HealthOutcome.Passed, after.Checks[0].Outcome);
    }

    [Fact]
    public async Task Where_no_go_of_the_line_that_it_named_is_here_there_is_no_repair()
    {
        AddSdk("1.24.4");

        var report = await CheckAsync(_scratch.CreateLink("local/go", "../gone/go1.2.linux-amd64"));

        Assert.Null(Assert.Single(report.Findings).Fix);
    }

    [Fact]
    public async Task A_link_whose_target_has_come_back_is_left_alone()
    {
        AddSdk("1.24.4");
        var link = _scratch.CreateLink("local/go", "../gone/go");
        var report = await CheckAsync(link);
        _scratch.CreateDirectory("gone/go");

        var result = Assert.Single(await report.FixAsync(TestContext.Current.CancellationToken));

        Assert.False(result.IsDone);
        Assert.Equal("../gone/go", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_goroot_is_a_missing_goroot()
    {
        var report = await CheckAsync(_scratch.CreateFile("file", "text"));

        Assert.Equal(2, report.ExitCode);
        Assert.Equal(GoErrorCodes.RootMissing, Assert.Single(report.Findings).Code);
    }

    private void AddSdk(string version)
    {
        var go = SyntheticGoRoot.Create(_scratch["home", "sdk", "go" + version], version);
        go.Write(".unpacked-success", "");
    }

    private Task<HealthReport> CheckAsync(string root) =>
        new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(
                    _scratch,
                    new Dictionary<string, string> { ["HOME"] = _scratch.CreateDirectory("home") },
                    mayStartProcesses: false
                ),
                Store = _scratch["store"],
                Sources = [_scratch["none"]],
            }
        ).CheckAsync("path:" + root, new HealthOptions { Level = HealthLevel.Quick }, TestContext.Current.CancellationToken);
}
