using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Telemetry;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Telemetry;

/// <summary>What listeners of System.Diagnostics receive from the library.</summary>
public sealed partial class TelemetryTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_look_at_the_machine_is_a_span_and_a_duration()
    {
        SyntheticGoRoot.Create(_scratch["home/sdk/go1.24.4"]).Write(".unpacked-success", "");
        var manager = Manager();
        using var listening = new Listening();

        Assert.NotNull(manager.Find("1.24"));

        var span = listening.Span("gotoolchain.locate");
        Assert.Equal("1.24.4", span.GetTagItem("gotoolchain.go.version"));
        Assert.Equal(_scratch["home/sdk/go1.24.4"], span.GetTagItem("gotoolchain.go.root"));
        var measured = Assert.Single(listening.Of("gotoolchain.locate.duration"));
        Assert.InRange(measured.Value, 0, 60);
        Assert.Equal([new("gotoolchain.locate.found", true)], measured.Tags);
    }

    [Fact]
    public async Task An_examination_counts_its_findings()
    {
        SyntheticGoRoot.Create(_scratch["go"]).Remove("pkg/tool");
        using var listening = new Listening();

        var report = await Manager().CheckAsync("path:" + _scratch["go"], new HealthOptions { Level = HealthLevel.Quick }, Cancel);

        Assert.False(report.IsHealthy);
        Assert.Equal(_scratch["go"], listening.Span("gotoolchain.doctor").GetTagItem("gotoolchain.go.root"));
        var duration = Assert.Single(listening.Of("gotoolchain.doctor.duration"));
        Assert.Equal("quick", duration.Tags["gotoolchain.doctor.level"]);
        Assert.Equal(false, duration.Tags["gotoolchain.doctor.healthy"]);
        Assert.Equal(report.Findings.Count(), listening.Of("gotoolchain.doctor.findings").Sum(m => m.Value));
        Assert.Contains(listening.Of("gotoolchain.doctor.findings"), m => (string)m.Tags["gotoolchain.doctor.severity"]! == "error");
    }

    [Fact]
    public async Task A_command_that_compiles_is_a_build_and_its_failure_an_error()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _scratch.CreateFile("module/go.mod", "module example.com/m\n");
        _scratch.CreateFile("module/m.go", "package m\n");
        using var listening = new Listening();

        await go.Command("generate", "./...").WithWorkingDirectory(_scratch["module"]).ExecuteAsync(Cancel);
        var failing = go.Command("build", "./nosuch").WithWorkingDirectory(_scratch["module"]);
        await failing.WithExitCodeCheck(false).ExecuteAsync(Cancel);
        await Assert.ThrowsAsync<GoToolchainException>(() => failing.ExecuteAsync(Cancel));
        await go.Command("version").ExecuteBufferedAsync(Cancel);

        var durations = listening.Of("gotoolchain.build.duration");
        Assert.Equal(["generate", "build", "build"], durations.Select(m => m.Tags["gotoolchain.build.command"]));
        Assert.Equal([null, "GOTC6002", "GOTC6002"], durations.Select(m => m.Tags.GetValueOrDefault("error.type")));
        Assert.All(durations, m => Assert.Equal(go.Version.ToString(), m.Tags["gotoolchain.go.version"]));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error], listening.Spans.Select(s => s.Status));
    }

    [Fact]
    public async Task An_installation_names_its_source_its_phases_and_what_it_received()
    {
        await using var mirror = new FakeGoMirror();
        var tree = SyntheticGoRoot.Create(_scratch["tree"]);
        mirror.AddRelease("1.24.4", ReleaseArchive.For(ReleaseArchive.Entries(tree.Root)));
        using var listening = new Listening();

        var go = await Manager(mirror.Url).InstallAsync("1.24.4", cancel: Cancel);

        var span = listening.Span("gotoolchain.install");
        Assert.Equal(go.Root, span.GetTagItem("gotoolchain.go.root"));
        Assert.Equal("feed-checksum", span.GetTagItem("gotoolchain.go.trust"));
        Assert.Contains(span.Events, e => e.Name == "Downloading");
        Assert.Equal("Installed", span.Events.Last().Name);
        var duration = Assert.Single(listening.Of("gotoolchain.install.duration"));
        Assert.Equal(true, duration.Tags["gotoolchain.install.performed"]);
        Assert.True(Assert.Single(listening.Of("gotoolchain.install.downloaded")).Value > 0);
    }

    [Fact]
    public async Task A_failed_installation_has_the_code_of_its_error()
    {
        await using var mirror = new FakeGoMirror();
        using var listening = new Listening();

        await Assert.ThrowsAsync<GoToolchainException>(() => Manager(mirror.Url).InstallAsync("1.24.4", cancel: Cancel));

        Assert.Equal(ActivityStatusCode.Error, listening.Span("gotoolchain.install").Status);
        Assert.Equal("GOTC2001", Assert.Single(listening.Of("gotoolchain.install.duration")).Tags["error.type"]);
    }

    [Fact]
    public async Task The_page_has_every_instrument_with_its_unit()
    {
        var published = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == GoToolchainTelemetry.MeterName)
                {
                    published[instrument.Name] = instrument.Unit!;
                }
            },
        };
        // Instruments are made when they are first asked for.
        _ = (OperationKind.Locate, Signals.Downloaded);
        listener.Start();

        var page = await File.ReadAllTextAsync(RepositoryRoot.File("docs", "telemetry.md"), Cancel);
        var documented = InstrumentInPage().Matches(page).Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value));

        Assert.Equal(published.AsEnumerable(), documented.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    private GoToolchainManager Manager(string? mirror = null) =>
        new(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(_scratch),
                Store = _scratch["store"],
                Sources = mirror is null ? ["go.dev"] : ["mirror"],
                Offline = mirror is null,
                Mirrors = mirror is null ? [] : [mirror],
            }
        );

    [GeneratedRegex(@"^\| `(gotoolchain\.[a-z._]+)` \| [a-z]+ \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InstrumentInPage();
}
