using System.Globalization;
using GoToolchain.Engineering;

// TestSummary REPORTS RUNNER-EXIT-CODE PROJECT...
// Reads REPORTS/PROJECT.trx of each project and ends with the one line `N passed, N failed, N skipped`.
if (args.Length < 3 || !int.TryParse(args[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var runnerExitCode))
{
    await Console.Error.WriteLineAsync("usage: TestSummary REPORTS RUNNER-EXIT-CODE PROJECT...").ConfigureAwait(false);
    return 64;
}

var summary = TestRunSummary.Read(args[0], runnerExitCode, args[2..]);
await summary.WriteAsync(Console.Out).ConfigureAwait(false);
return summary.IsGood ? 0 : 1;
