using System.Diagnostics;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Sidecars;

/// <summary>Nothing of a sidecar outlives what it is for.</summary>
public sealed class TreeSpecs : IDisposable
{
    private readonly ScratchDirectory _directory = new("tree");
    private readonly string _agent;

    // A copy of its own, by which its processes are told from those of other tests.
    public TreeSpecs(BuiltAgent built)
    {
        _agent = _directory["agent"];
        File.Copy(built.Executable, _agent);
    }

    public static TheoryData<string> Kinds { get; } = ["plain", "group", "session", "naked", "orphan", "plain,group,session,naked,orphan"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Disposing_ends_everything_that_it_has_started(string children)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var sidecar = await StartAsync("-children", children);
        await RunningPrograms.WaitForAsync(_agent, 1 + children.Split(',').Length, Cancel);

        await sidecar.DisposeAsync();

        Assert.Empty(RunningPrograms.Of(_agent));
    }

    [Fact]
    public async Task Disposing_ends_children_of_a_sidecar_that_has_ended_before()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var sidecar = await StartAsync("-children", "plain,session");
        await sidecar.KillAsync(Cancel);
        await RunningPrograms.WaitForAsync(_agent, 2, Cancel);

        await sidecar.DisposeAsync();

        Assert.Empty(RunningPrograms.Of(_agent));
    }

    [Fact]
    public async Task Disposing_ends_the_sidecar_also_when_somebody_has_killed_its_guardian()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var sidecar = await StartAsync("-children", "plain");
        var stat = await File.ReadAllTextAsync($"/proc/{sidecar.ProcessId}/stat", Cancel);
        var group = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        using (var guardian = Process.GetProcessById(group))
        {
            guardian.Kill();
        }

        // Until it is collected, its number is in use.
        while (Directory.Exists($"/proc/{group}"))
        {
            await Task.Delay(10, Cancel);
        }

        await sidecar.DisposeAsync();

        Assert.Empty(RunningPrograms.Of(_agent));
    }

    [Fact]
    public async Task Other_processes_are_left_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        await using var bystander = await StartAsync("-children", "session");
        var sidecar = await StartAsync("-children", "session");

        await sidecar.DisposeAsync();

        Assert.Equal(2, RunningPrograms.Of(_agent).Count);
        Assert.False(bystander.HasExited);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_left_two_seconds_after_the_test_host_was_killed(bool atOnce)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        using var host = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    RepositoryRoot.File("artifacts", "bin", "SidecarHost", Configuration, "SidecarHost.dll"),
                    _agent,
                    "-stubborn",
                    "-children",
                    Kinds.Last().Data,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        if (atOnce)
        {
            // In the middle of the start: as soon as the first of its processes is there.
            while (RunningPrograms.Of(_agent).Count == 0)
            {
                await Task.Delay(1, Cancel);
            }
        }
        else
        {
            Assert.StartsWith("ready", await host.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);
            await RunningPrograms.WaitForAsync(_agent, 6, Cancel);
        }

        host.Kill();
        await host.WaitForExitAsync(Cancel);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);

        Assert.Empty(RunningPrograms.Of(_agent));
    }

    // That of these tests: artifacts/bin/PROJECT/CONFIGURATION.
    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private Task<GoSidecarProcess> StartAsync(params string[] arguments) =>
        GoSidecarProcess.StartAsync(_agent, new GoSidecarOptions { Arguments = arguments, Ready = [GoReadiness.Line("ready")] }, Cancel);
}
