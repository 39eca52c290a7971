using System.Diagnostics;
using System.Globalization;
using GoToolchain.Fixtures;

namespace GoToolchain.Sidecar.Tests;

/// <summary>SIGKILL for either side. <c>GOTC_TEST_KILLS</c> says how many processes are killed in each test.</summary>
public sealed class KillSpecs(BuiltAgent built) : SidecarTest(built)
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("GOTC_TEST_KILLS") is { Length: > 0 } kills ? kills : "8",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task A_sidecar_that_is_killed_comes_back_and_there_are_never_two()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var options = Options("-children", "1");
        options.MaxRestarts = s_kills;
        options.MaxRestartDelay = options.RestartDelay;
        await using var sidecar = await StartAsync(options);
        using var client = sidecar.CreateClient();
        using var done = new CancellationTokenSource();
        var most = CountMostAsync(done.Token);
        for (var i = 1; i <= s_kills; i++)
        {
            var killed = sidecar.Instance!.ProcessId;
            // At any moment: also while it is being started.
            await Task.Delay(TimeSpan.FromMilliseconds(i % 4 * 7), Cancel);
            Kill(killed);
            await UntilAsync(() => sidecar.RestartCount >= i && sidecar.State == GoSidecarState.Ready);

            Assert.Equal($"{sidecar.Instance!.ProcessId}", await client.GetStringAsync(new Uri("/pid", UriKind.Relative), Cancel));
        }

        await done.CancelAsync();
        Assert.Equal(s_kills, sidecar.RestartCount);
        // The sidecar and its child.
        Assert.InRange(await most, 1, 2);
        await sidecar.StopAsync(Cancel);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task A_sidecar_that_is_not_to_be_restarted_is_gone_when_it_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var options = Options("-children", "1");
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);
        for (var i = 0; i < s_kills; i++)
        {
            await sidecar.StartAsync(Cancel);
            Kill(sidecar.Instance!.ProcessId);
            await UntilAsync(() => sidecar.State == GoSidecarState.Failed);

            Assert.Equal((GoSidecarErrorCodes.Ended, 137), (sidecar.LastFailure!.Code, sidecar.LastFailure.ExitCode));
            Assert.Empty(RunningPrograms.Of(Agent));
        }
    }

    [Fact]
    public async Task Nothing_of_a_sidecar_is_left_when_the_application_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        for (var i = 0; i < s_kills; i++)
        {
            using var application = Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [
                        RepositoryRoot.File("artifacts", "bin", "SidecarApp", Configuration, "SidecarApp.dll"),
                        Agent,
                        "-stubborn",
                        "-children",
                        "2",
                    ]
                )
                {
                    RedirectStandardOutput = true,
                }
            )!;
            if (i % 2 == 0)
            {
                Assert.StartsWith("ready", await application.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);
            }
            else
            {
                // In the middle of the start: as soon as the first of its processes is there.
                await UntilAsync(() => RunningPrograms.Of(Agent).Count > 0);
            }

            application.Kill();
            await application.WaitForExitAsync(Cancel);

            await RunningPrograms.WaitForNoneAsync(Agent, TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task A_sidecar_whose_guardian_was_killed_still_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The guardian is looked up in /proc.");
        await using var sidecar = await StartAsync(Options("-children", "1"));
        var stat = await File.ReadAllTextAsync($"/proc/{sidecar.Instance!.ProcessId}/stat", Cancel);
        Kill(int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2], CultureInfo.InvariantCulture));

        await sidecar.StopAsync(Cancel);

        Assert.Empty(RunningPrograms.Of(Agent));
    }

    // That of these tests: artifacts/bin/PROJECT/CONFIGURATION.
    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    private async Task<int> CountMostAsync(CancellationToken done)
    {
        var most = 0;
        while (!done.IsCancellationRequested)
        {
            most = Math.Max(most, RunningPrograms.Of(Agent).Count);
            await Task.Delay(1, Cancel);
        }

        return most;
    }
}
