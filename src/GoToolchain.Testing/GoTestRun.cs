using System.Globalization;
using System.Text;

namespace GoToolchain.Testing;

/// <summary>What became of a <c>go test</c>.</summary>
/// <param name="Run">The run itself; its standard output is what <c>-json</c> gives.</param>
/// <param name="Packages">In the order in which they began.</param>
/// <param name="Tests">Of all packages, in the order in which they began; a test with subtests comes before them.</param>
public sealed record GoTestRun(GoRun Run, IReadOnlyList<GoTestPackage> Packages, IReadOnlyList<GoTestResult> Tests)
{
    /// <summary>Everything compiled, and no test failed.</summary>
    public bool Succeeded => Run.Succeeded;

    /// <summary>The one test of that name.</summary>
    /// <param name="name">For example <c>TestAll/empty_input</c>.</param>
    /// <exception cref="InvalidOperationException">There is none, or several packages have one.</exception>
    public GoTestResult this[string name] =>
        Tests.Where(t => t.Name == name).ToList() switch
        {
            [var one] => one,
            [] => throw new InvalidOperationException(
                $"No test is called `{name}`. These ran: {string.Join(", ", Tests.Select(t => t.Name))}."
            ),
            var several => throw new InvalidOperationException(
                $"`{name}` is in several packages: {string.Join(", ", several.Select(t => t.Package))}."
            ),
        };

    /// <summary>Throws when a test failed or a package does not compile, with what they printed. The workspace then counts as one of a failed test.</summary>
    /// <returns>The same run.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.TestFailed"/>, or <see cref="GoErrorCodes.CommandFailed"/> when no test failed
    /// but <c>go test</c> did.</exception>
    public GoTestRun EnsureSuccess()
    {
        if (Succeeded)
        {
            return this;
        }

        var isOfTests = Tests.Any(t => t.Outcome is GoTestOutcome.Failed or GoTestOutcome.Unfinished);
        throw Run.Failure(isOfTests ? GoErrorCodes.TestFailed : GoErrorCodes.CommandFailed, ToString());
    }

    /// <summary>Counts in one line, then what went wrong.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"`{Run.CommandLine}` ended with exit code {Run.ExitCode}: {Count(GoTestOutcome.Passed)} tests passed, {Count(GoTestOutcome.Failed)} failed, {Count(GoTestOutcome.Skipped)} skipped.\n"
        );
        foreach (var package in Packages.Where(p => p.Outcome == GoTestOutcome.Failed))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{package.Path}{(package.BuildFailed ? " does not compile" : "")}\n{package.Output}"
            );
        }

        foreach (var test in Tests.Where(t => t.Outcome is GoTestOutcome.Failed or GoTestOutcome.Unfinished))
        {
            text.Append(CultureInfo.InvariantCulture, $"{test.Name} ({test.Package}, {test.Outcome})\n{test.Output}");
        }

        return text.Append(Run.StandardError).ToString();
    }

    private int Count(GoTestOutcome outcome) => Tests.Count(t => t.Outcome == outcome);
}
