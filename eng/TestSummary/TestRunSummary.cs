namespace GoToolchain.Engineering;

/// <summary>The reports of all test projects together, and the exit code of the command that ran them.</summary>
internal sealed record TestRunSummary(IReadOnlyList<TestReport> Reports, IReadOnlyList<string> WithoutReport, int RunnerExitCode)
{
    public int Passed => Reports.Sum(report => report.Passed);

    /// <summary>A project without a report crashed, or was never started: that is a failure, although no test says so.</summary>
    public int Failed => Reports.Sum(report => report.Failed.Count) + WithoutReport.Count;

    public int Skipped => Reports.Sum(report => report.Skipped.Count);

    public bool IsGood => Failed == 0 && Passed > 0 && RunnerExitCode == 0;

    public static TestRunSummary Read(string directory, int runnerExitCode, IReadOnlyList<string> projects)
    {
        var reports = new List<TestReport>();
        var without = new List<string>();
        foreach (var project in projects)
        {
            if (TestReport.Read(project, Path.Combine(directory, project + ".trx")) is { } report)
            {
                reports.Add(report);
            }
            else
            {
                without.Add(project);
            }
        }

        return new TestRunSummary(reports, without, runnerExitCode);
    }

    public async Task WriteAsync(TextWriter output)
    {
        var width = Reports.Select(report => report.Project.Length).DefaultIfEmpty().Max();
        foreach (var report in Reports)
        {
            await output
                .WriteLineAsync(
                    $"{report.Project.PadRight(width)}  {report.Passed} passed, {report.Failed.Count} failed, {report.Skipped.Count} skipped"
                )
                .ConfigureAwait(false);
        }

        foreach (var project in WithoutReport)
        {
            await output.WriteLineAsync($"FAILED   {project}: no complete report; it crashed or did not run.").ConfigureAwait(false);
        }

        await WriteOutcomesAsync(output, "FAILED  ", Reports.SelectMany(report => report.Failed)).ConfigureAwait(false);
        await WriteOutcomesAsync(output, "SKIPPED ", Reports.SelectMany(report => report.Skipped)).ConfigureAwait(false);
        if (Failed == 0 && Passed == 0)
        {
            await output.WriteLineAsync("No test passed: that is no success.").ConfigureAwait(false);
        }

        if (RunnerExitCode != 0)
        {
            await output.WriteLineAsync($"The test command ended with exit code {RunnerExitCode}.").ConfigureAwait(false);
        }

        await output.WriteLineAsync($"{Passed} passed, {Failed} failed, {Skipped} skipped").ConfigureAwait(false);
    }

    private static async Task WriteOutcomesAsync(TextWriter output, string label, IEnumerable<TestOutcome> outcomes)
    {
        foreach (var (test, reason) in outcomes)
        {
            await output.WriteLineAsync($"{label} {test}").ConfigureAwait(false);
            foreach (var line in (reason.Length == 0 ? "(no reason given)" : reason).Split('\n'))
            {
                await output.WriteLineAsync($"           {line.TrimEnd()}").ConfigureAwait(false);
            }
        }
    }
}
