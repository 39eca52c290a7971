using GoToolchain.MSBuild.Testing;

namespace GoToolchain.Testing.Workspaces;

/// <summary>Turns the lines of <c>go test -json</c> into results. The reading itself is that of the build's <c>GoTest</c>, compiled in.</summary>
internal sealed class TestOutputReader
{
    private readonly TestRunResult _result = new() { KeepsOutput = true };

    public void Read(string line) => _result.Read(line);

    public GoTestRun Results(GoRun run) =>
        new(
            run,
            [
                .. _result.Packages.Select(p => new GoTestPackage(
                    p.Path,
                    Outcome(p.Outcome),
                    p.BuildFailed,
                    TimeSpan.FromSeconds(p.Elapsed),
                    Text(p.Output)
                )),
            ],
            [
                .. _result
                    .Packages.SelectMany(p => p.Tests)
                    .Select(t => new GoTestResult(t.Package, t.Name, Outcome(t.Outcome), TimeSpan.FromSeconds(t.Elapsed), Text(t.Output))),
            ]
        );

    private static GoTestOutcome Outcome(TestOutcome outcome) =>
        outcome switch
        {
            TestOutcome.Passed => GoTestOutcome.Passed,
            TestOutcome.Failed => GoTestOutcome.Failed,
            TestOutcome.Skipped => GoTestOutcome.Skipped,
            _ => GoTestOutcome.Unfinished,
        };

    // Without what go test prints around tests: the outcome says it already.
    private static string Text(BoundedLines lines) => string.Concat(lines.Lines.Where(l => !l.IsFrame).Select(l => l.Text + "\n"));
}
