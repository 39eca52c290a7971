using System.Globalization;
using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Testing;

/// <summary>Turns what a run printed into errors: one for each test that failed by itself, and one for each test program that ended too early.</summary>
/// <param name="places">Finds files.</param>
/// <param name="root">GOROOT: its frames are nobody's concern.</param>
internal sealed class FailureReader(SourcePlaces places, string root)
{
    private const int MostLines = 40;

    /// <summary>The failures of a package. Empty when it passed, and when it did not compile: that is go's to report.</summary>
    public IEnumerable<TestFailure> Read(PackageResult package)
    {
        if (package.BuildFailed)
        {
            return [];
        }

        var failed = package.Tests.Where(t => t.Outcome == TestOutcome.Failed).ToList();
        var unfinished = package.Tests.Where(t => t.Outcome == TestOutcome.Unfinished).ToList();
        var failures = new List<TestFailure>();
        var crashed = failed
            .Concat(unfinished)
            .Select(t => (Test: t, Crash: Crash.Find(t.Output.Lines, root)))
            .FirstOrDefault(c => c.Crash is not null);
        if (crashed.Crash is not null)
        {
            failures.Add(
                new TestFailure(package, crashed.Test, Explain(crashed.Crash, package, Innermost(crashed.Test, failed, unfinished)))
            );
        }
        else if (Crash.Find(package.Output.Lines, root) is { } crash)
        {
            crashed.Crash = crash;
            failures.Add(new TestFailure(package, null, Explain(crash, package, unfinished.LastOrDefault())));
        }

        failures.AddRange(
            failed.Where(t => t != crashed.Test && !IsSilent(t, failed, crashed.Test)).Select(t => new TestFailure(package, t, Explain(t)))
        );
        if (package.Outcome == TestOutcome.Failed && crashed.Crash is null && (unfinished.Count > 0 || failed.Count == 0))
        {
            failures.Add(new TestFailure(package, unfinished.LastOrDefault(), WithoutResult(package, unfinished)));
        }

        return failures;
    }

    // A test fails with each of its subtests, and a subtest ends with a test that panics: neither says anything of its own.
    private static bool IsSilent(TestResult test, List<TestResult> failed, TestResult? crashed)
    {
        var saysSomething = test.Output.Lines.Any(l => !l.IsFrame && l.Text.Length > 0);
        return !saysSomething
            && (failed.Any(test.Contains) || crashed?.Contains(test) == true || (crashed is not null && test.Contains(crashed)));
    }

    // From Go 1.20 on, the panic of a subtest is printed as the output of the test around it.
    private static TestResult Innermost(TestResult crashed, List<TestResult> failed, List<TestResult> unfinished) =>
        failed.Concat(unfinished).Where(t => crashed.Contains(t) && t.Output.Lines.All(l => l.IsFrame)).MaxBy(t => t.Name.Length)
        ?? crashed;

    private GoDiagnostic Explain(TestResult test)
    {
        var (messages, rest) = TestMessage.Read(test.Output.Lines);
        var main = messages.FirstOrDefault(m => m.IsError == true) ?? (messages is [.., var last] ? last : null);
        var place = main is null ? null : places.Find(test.Package, main.File, main.Line);
        if (place is null && StackTrace.UserFrames(rest, root) is [var frame, ..])
        {
            // A data race: the message is testing's own, and the report says where.
            place = places.Find(test.Package, frame.File, frame.Line);
        }

        string[] lines =
        [
            main?.Text ?? (rest.Count > 0 ? "failed" : "failed without a message"),
            .. messages
                .Where(m => m != main)
                .Select(m => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(m.File)}:{m.Line}: {m.Text}")),
            // What it printed is for those who have nothing else.
            .. main is null || place is null || main.File == "testing.go" ? rest : [],
        ];
        var (file, line) = place ?? places.OfFunction(test.Package, test.Function);
        return Error(GoErrorCodes.TestFailed, test.Name, lines, file, line);
    }

    private GoDiagnostic Explain(Crash crash, PackageResult package, TestResult? test)
    {
        var frames = crash.Where(test is null ? null : $"{package.Path}.{test.Function}");
        var place = frames.Select(f => places.Find(package.Path, f.File, f.Line)).FirstOrDefault(p => p is not null);
        var (file, line) = place ?? (test is null ? places.OfPackage(package.Path) : places.OfFunction(package.Path, test.Function));
        string[] lines =
        [
            (crash.IsTimeout || crash.Headline.StartsWith("fatal error", StringComparison.Ordinal) ? "" : "panic: ") + crash.Headline,
            .. frames.Select(f => string.Create(CultureInfo.InvariantCulture, $"at {f.Function} ({Path.GetFileName(f.File)}:{f.Line})")),
        ];
        return Error(
            crash.IsTimeout ? GoErrorCodes.TestTimedOut : GoErrorCodes.TestPanicked,
            test?.Name ?? package.Path,
            lines,
            file,
            line
        );
    }

    private GoDiagnostic WithoutResult(PackageResult package, List<TestResult> unfinished)
    {
        var test = unfinished.LastOrDefault();
        var (file, line) = test is null ? places.OfPackage(package.Path) : places.OfFunction(package.Path, test.Function);
        var printed = unfinished.SelectMany(t => t.Output.Lines).Concat(package.Output.Lines);
        string[] lines =
        [
            unfinished.Count == 0
                ? "the test program failed outside of its tests"
                : $"the test program ended before there was a result of {string.Join(", ", unfinished.Select(t => t.Name))}",
            .. printed.Where(l => !l.IsFrame && l.Text.Length > 0).Select(l => l.Text),
        ];
        return Error(GoErrorCodes.TestsWithoutResult, package.Path, lines, file, line);
    }

    private static GoDiagnostic Error(GoErrorCode code, string name, string[] lines, string file, int line)
    {
        var all = lines.SelectMany(l => l.Split('\n')).Select(l => l.TrimEnd()).ToArray();
        var shown =
            all.Length > MostLines
                ? [.. all.Take(MostLines), $"... {all.Length - MostLines} more lines are in the log of the run ..."]
                : all;
        return new GoDiagnostic(code, $"{name}: {string.Join("\n  ", shown)}", file, line, Subcategory: "go test");
    }
}
