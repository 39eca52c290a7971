using System.Collections.Concurrent;
using GoToolchain.Fixtures;
using GoToolchain.Health;
using GoToolchain.Health.Checks;

namespace GoToolchain.Core.Tests.Health;

public sealed class ExaminationTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private HealthContext CreateContext(HealthOptions? options = null)
    {
        var manager = new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(_scratch),
                Store = _scratch["store"],
                Sources = [_scratch["none"]],
            }
        );
        return new HealthContext(manager.Options.Host, manager.Settings, manager.Survey(), subject: null, options ?? new HealthOptions());
    }

    private async Task<HealthReport> RunAsync(IReadOnlyList<IHealthCheck> checks, HealthOptions? options = null)
    {
        using var context = CreateContext(options);
        return await new Examination(context, checks).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_check_whose_premise_has_failed_is_blocked_and_so_is_all_that_builds_on_it()
    {
        var second = ScriptedCheck.That("second", ScriptedCheck.Fine, "first");
        var third = ScriptedCheck.That("third", ScriptedCheck.Fine, "second");

        var report = await RunAsync([ScriptedCheck.That("first", ScriptedCheck.Finding(HealthSeverity.Error)), second, third]);

        Assert.Equal([HealthOutcome.Failed, HealthOutcome.Blocked, HealthOutcome.Blocked], report.Checks.Select(c => c.Outcome));
        Assert.Equal(["first"], report.Checks[1].BlockedBy);
        Assert.Equal(["second"], report.Checks[2].BlockedBy);
        Assert.Contains("The check first", report.Checks[1].Found, StringComparison.Ordinal);
        Assert.False(second.HasRun || third.HasRun);
        Assert.Single(report.Findings);
    }

    [Fact]
    public void Checks_of_some_areas_bring_those_that_they_build_on()
    {
        Assert.All(HealthChecks.Of(["tree"]), check => Assert.StartsWith("tree.", check.Id, StringComparison.Ordinal));
        Assert.Equal(HealthChecks.All, HealthChecks.Of([]));

        var others = HealthChecks.All.Select(check => check.Id.Split('.')[0]).Distinct();
        foreach (var checks in others.Select(area => HealthChecks.Of([area])))
        {
            Assert.All(checks.SelectMany(check => check.Needs), need => Assert.Contains(checks, check => check.Id == need));
        }
    }

    [Fact]
    public async Task A_warning_blocks_nothing_and_makes_nothing_unhealthy()
    {
        var report = await RunAsync([
            ScriptedCheck.That("first", ScriptedCheck.Finding(HealthSeverity.Warning)),
            ScriptedCheck.That("second", ScriptedCheck.Fine, "first"),
        ]);

        Assert.Equal([HealthOutcome.Warning, HealthOutcome.Passed], report.Checks.Select(c => c.Outcome));
        Assert.True(report.IsHealthy);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_check_that_makes_no_sense_here_blocks_nothing()
    {
        var report = await RunAsync([
            ScriptedCheck.That("first", CheckAnswer.NotApplicable("There is no C compiler.")),
            ScriptedCheck.That("second", ScriptedCheck.Fine, "first"),
        ]);

        Assert.Equal([HealthOutcome.NotApplicable, HealthOutcome.Passed], report.Checks.Select(c => c.Outcome));
    }

    [Fact]
    public async Task Independent_checks_run_side_by_side()
    {
        // Each waits for the other: one after the other they would never end.
        var (left, right) = (new TaskCompletionSource(), new TaskCompletionSource());

        var report = await RunAsync([Meets("left", left, right.Task), Meets("right", right, left.Task)])
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.All(report.Checks, c => Assert.Equal(HealthOutcome.Passed, c.Outcome));

        static ScriptedCheck Meets(string id, TaskCompletionSource mine, Task other) =>
            new(
                id,
                async (_, cancel) =>
                {
                    mine.SetResult();
                    await other.WaitAsync(cancel);
                    return ScriptedCheck.Fine;
                }
            );
    }

    [Fact]
    public async Task Only_the_checks_of_the_level_are_done()
    {
        var full = new ScriptedCheck("full", (_, _) => Task.FromResult(ScriptedCheck.Fine)) { Level = HealthLevel.Full };
        var quick = ScriptedCheck.That("quick", ScriptedCheck.Fine);

        var report = await RunAsync([quick, full], new HealthOptions { Level = HealthLevel.Standard });

        Assert.Equal(["quick"], report.Checks.Select(c => c.Id));
        Assert.False(full.HasRun);
    }

    [Fact]
    public async Task A_check_that_crashes_is_a_bug_of_ours_and_the_others_still_answer()
    {
        var report = await RunAsync([
            new ScriptedCheck("broken", (_, _) => throw new InvalidOperationException("no such thing")),
            ScriptedCheck.That("other", ScriptedCheck.Fine),
        ]);

        var finding = Assert.Single(report.Findings);
        Assert.Equal(GoErrorCodes.Internal, finding.Code);
        Assert.Contains("`broken`", finding.Cause, StringComparison.Ordinal);
        Assert.Contains("no such thing", finding.Cause, StringComparison.Ordinal);
        Assert.Equal(HealthOutcome.Passed, report.Checks[1].Outcome);
        Assert.Equal(70, report.ExitCode);
    }

    [Fact]
    public async Task Each_result_is_told_as_soon_as_it_is_there()
    {
        var told = new ConcurrentQueue<string>();
        var options = new HealthOptions { Progress = new Told(result => told.Enqueue(result.Id)) };

        await RunAsync(
            [ScriptedCheck.That("first", ScriptedCheck.Fine), ScriptedCheck.That("second", ScriptedCheck.Fine, "first")],
            options
        );

        Assert.Equal(["first", "second"], told);
    }

    [Fact]
    public async Task Cancelling_ends_it_as_a_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        using var context = CreateContext();
        var endless = new ScriptedCheck(
            "endless",
            async (_, token) =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return ScriptedCheck.Fine;
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Examination(context, [endless]).RunAsync(cancel.Token));
    }

    [Fact]
    public async Task The_scratch_directory_is_there_for_the_checks_and_gone_afterwards()
    {
        string? scratch = null;
        using (var context = CreateContext())
        {
            await new Examination(
                context,
                [
                    new ScriptedCheck(
                        "writes",
                        async (c, cancel) =>
                        {
                            scratch = c.Scratch;
                            await File.WriteAllTextAsync(Path.Combine(c.Scratch, "file"), "text", cancel);
                            return ScriptedCheck.Fine;
                        }
                    ),
                ]
            ).RunAsync(TestContext.Current.CancellationToken);
            Assert.True(File.Exists(Path.Combine(scratch!, "file")));
        }

        Assert.False(Directory.Exists(scratch));
    }

    [Fact]
    public void What_several_checks_need_is_made_once()
    {
        using var context = CreateContext();
        var made = 0;

        Parallel.For(0, 16, _ => context.Share(_ => new Counted(Interlocked.Increment(ref made))));

        Assert.Equal(1, made);
    }

    [Fact]
    public void Every_check_comes_after_the_ones_that_it_needs_and_needs_none_of_a_higher_level()
    {
        var before = new Dictionary<string, HealthLevel>(StringComparer.Ordinal);
        foreach (var check in HealthChecks.All)
        {
            Assert.All(
                check.Needs,
                need => Assert.True(before.TryGetValue(need, out var level) && level <= check.Level, $"{check.Id} needs {need}")
            );
            Assert.Matches("^(tree|env|run)(\\.[a-z0-9]+(-[a-z0-9]+)*)+$", check.Id);
            Assert.True(before.TryAdd(check.Id, check.Level), check.Id);
        }
    }

    private sealed record Counted(int Number);

    private sealed class Told(Action<HealthCheckResult> tell) : IProgress<HealthCheckResult>
    {
        public void Report(HealthCheckResult value) => tell(value);
    }
}
