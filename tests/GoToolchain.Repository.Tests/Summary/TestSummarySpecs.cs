using GoToolchain.Engineering;

namespace GoToolchain.Repository.Tests.Summary;

public sealed class TestSummarySpecs : IDisposable
{
    private readonly string _reports = Directory.CreateTempSubdirectory("test-summary-").FullName;

    public void Dispose() => Directory.Delete(_reports, recursive: true);

    [Fact]
    public async Task The_last_line_adds_up_all_reports()
    {
        Report("A", ("one", "Passed", ""), ("two", "Passed", ""));
        Report("B", ("three", "Passed", ""), ("four", "NotExecuted", "strace is not on this machine"));

        var (summary, lines) = await Summarise(0, "A", "B");

        Assert.Equal("3 passed, 0 failed, 1 skipped", lines[^1]);
        Assert.True(summary.IsGood);
    }

    [Fact]
    public async Task Every_line_of_the_reason_of_a_skipped_test_is_printed()
    {
        Report("A", ("one", "Passed", ""), ("two", "NotExecuted", "no fish\ninstall fish"));

        var (_, lines) = await Summarise(0, "A");

        Assert.Equal(["SKIPPED  two", "           no fish", "           install fish"], lines[1..4]);
    }

    [Fact]
    public async Task A_failed_test_fails_the_run_and_is_named()
    {
        Report("A", ("one", "Passed", ""), ("two", "Failed", "it broke"));

        var (summary, lines) = await Summarise(2, "A");

        Assert.False(summary.IsGood);
        Assert.Contains("FAILED   two", lines);
        Assert.Contains("           it broke", lines);
        Assert.Equal("1 passed, 1 failed, 0 skipped", lines[^1]);
    }

    [Theory]
    [InlineData("Error")]
    [InlineData("Timeout")]
    [InlineData("Aborted")]
    [InlineData("AWordOfTomorrow")]
    public async Task An_outcome_that_is_neither_passed_nor_skipped_is_a_failure(string outcome)
    {
        Report("A", ("one", "Passed", ""), ("two", outcome, ""));

        var (summary, _) = await Summarise(0, "A");

        Assert.Equal(1, summary.Failed);
    }

    [Fact]
    public async Task A_project_without_a_report_is_a_failure()
    {
        Report("A", ("one", "Passed", ""));

        var (summary, lines) = await Summarise(0, "A", "Crashed");

        Assert.False(summary.IsGood);
        Assert.Contains("FAILED   Crashed: no complete report; it crashed or did not run.", lines);
        Assert.Equal("1 passed, 1 failed, 0 skipped", lines[^1]);
    }

    [Fact]
    public async Task A_report_that_breaks_off_is_a_failure()
    {
        Report("A", ("one", "Passed", ""));
        await File.WriteAllTextAsync(Path.Combine(_reports, "B.trx"), "<TestRun><Results>", TestContext.Current.CancellationToken);

        var (summary, _) = await Summarise(0, "A", "B");

        Assert.Equal(["B"], summary.WithoutReport);
    }

    [Fact]
    public async Task A_run_without_a_passed_test_is_no_success()
    {
        Report("A", ("one", "NotExecuted", "nothing here"));

        var (summary, lines) = await Summarise(0, "A");

        Assert.False(summary.IsGood);
        Assert.Equal("0 passed, 0 failed, 1 skipped", lines[^1]);
    }

    [Fact]
    public async Task A_runner_that_ends_badly_fails_the_run_even_when_every_test_passed()
    {
        Report("A", ("one", "Passed", ""));

        var (summary, lines) = await Summarise(134, "A");

        Assert.False(summary.IsGood);
        Assert.Contains("The test command ended with exit code 134.", lines);
    }

    private async Task<(TestRunSummary Summary, string[] Lines)> Summarise(int runnerExitCode, params string[] projects)
    {
        var summary = TestRunSummary.Read(_reports, runnerExitCode, projects);
        await using var text = new StringWriter();
        await summary.WriteAsync(text);
        return (summary, text.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    // The shape that xunit.v3 4.0 writes: the reason of a skip is in StdOut, the message of a failure in ErrorInfo.
    private void Report(string project, params (string Name, string Outcome, string Reason)[] tests)
    {
        var results = tests.Select(test =>
            $"<UnitTestResult testName='{test.Name}' outcome='{test.Outcome}'><Output>"
            + (
                test.Outcome == "NotExecuted"
                    ? $"<StdOut>{test.Reason}</StdOut>"
                    : $"<ErrorInfo><Message>{test.Reason}</Message></ErrorInfo>"
            )
            + "</Output></UnitTestResult>"
        );
        File.WriteAllText(
            Path.Combine(_reports, project + ".trx"),
            $"<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'><Results>{string.Concat(results)}</Results></TestRun>"
        );
    }
}
