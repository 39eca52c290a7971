using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health;

public sealed class HealthReportTests
{
    [Fact]
    public void As_text_it_is_the_outcome_and_a_line_for_each_finding()
    {
        var lines = SampleReport.Create().ToString().Split('\n');

        Assert.Equal("Go 1.24.4 in /usr/local/go is not healthy: 2 errors, 1 warning.", lines[0]);
        Assert.Equal(
            "error GOTC6107: bin/gofmt has lost its permission to be executed. [/usr/local/go/bin/gofmt] Cure: Run `chmod +x /usr/local/go/bin/gofmt`.",
            lines[1]
        );
        Assert.StartsWith("warning GOTC6203: ", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void Warnings_alone_leave_it_healthy()
    {
        var sample = SampleReport.Create();

        var report = sample with { Checks = [sample.Checks[2]] };

        Assert.True(report.IsHealthy);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal("Go 1.24.4 in /usr/local/go is healthy, with 1 warning.", report.Summary);
    }

    [Fact]
    public void Passwords_in_urls_reach_no_text_of_a_report()
    {
        const string proxy = "https://me:secret@proxy.example/,direct";

        var finding = new HealthFinding(GoErrorCodes.InvalidModuleProxy, $"GOPROXY is {proxy}.", $"Unset {proxy}.")
        {
            Place = $"GOPROXY={proxy}",
        };
        var check = SampleReport.Create().Checks[0] with { Ran = proxy, Expected = proxy, Found = proxy, Findings = [finding] };
        var fix = new HealthFix($"Unset {proxy}.", _ => Task.FromResult(""));

        Assert.DoesNotContain("secret", $"{finding} {check} {check.Findings[0]} {fix}", StringComparison.Ordinal);
        Assert.Equal("GOPROXY=https://proxy.example/,direct", finding.Place);
    }

    [Fact]
    public async Task A_repair_that_cannot_be_made_keeps_no_other_from_being_made()
    {
        var made = 0;
        var broken = new HealthFix(
            "Do it.",
            _ => throw new GoToolchainException(GoErrorCodes.FixFailed, "The file is locked.", "/x", "Unlock it.")
        );
        var works = new HealthFix("Do it.", _ => Task.FromResult($"Done {++made}, with https://me:secret@proxy.example."));

        var results = await WithFixes(broken, works, works).FixAsync(TestContext.Current.CancellationToken);

        Assert.Equal([false, true], results.Select(r => r.IsDone));
        Assert.Equal("The file is locked.", results[0].Text);
        Assert.Equal("Unlock it.", results[0].Failure!.NextStep);
        // Two findings with one repair need it once.
        Assert.Equal("Done 1, with https://proxy.example.", results[1].Text);
    }

    [Fact]
    public async Task A_cancelled_repair_begins_nothing_more()
    {
        using var cancel = new CancellationTokenSource();
        var first = new HealthFix(
            "Do it.",
            async _ =>
            {
                await cancel.CancelAsync();
                return "Done.";
            }
        );
        var second = new HealthFix("Do it.", _ => throw new InvalidOperationException("It has begun."));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WithFixes(first, second).FixAsync(cancel.Token));
    }

    private static HealthReport WithFixes(params IEnumerable<HealthFix> fixes)
    {
        var sample = SampleReport.Create();
        var findings = fixes.Select(fix => new HealthFinding(GoErrorCodes.NotExecutable, "It is so.", "Change it.") { Fix = fix });
        return sample with { Checks = [sample.Checks[0] with { Findings = [.. findings] }] };
    }
}
