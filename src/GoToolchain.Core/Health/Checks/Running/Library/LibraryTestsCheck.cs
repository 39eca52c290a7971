using System.Text.RegularExpressions;
using GoToolchain.Health.Checks.Running.Diagnosis;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Library;

/// <summary>
/// Do the test programs of the standard library build and start? Links some two hundred programs (four minutes on two cores, measured with Go
/// 1.19), so that it is done on request alone.
/// </summary>
internal sealed partial class LibraryTestsCheck : IHealthCheck
{
    public string Id => "run.library-tests";

    public string Title => "The tests of the standard library build";

    public HealthLevel Level => HealthLevel.Full;

    public IReadOnlyList<string> Needs => [LibraryBuildCheck.Name];

    public async ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        if (!context.Options.TestStandardLibrary)
        {
            return CheckAnswer.NotApplicable("It takes minutes, and was not asked for.");
        }

        var (go, tree) = (GoProcesses.Of(context), GoTree.Of(context));
        string[] arguments = ["test", "std", "-run=^$", "-short"];
        var result = await go.RunAsync(context.Scratch, go.Deadlines.Library, arguments, cancel).ConfigureAwait(false);
        var answer = new CheckAnswer(result.Ran, "every package ok", result.Ending);
        if (result.Succeeded)
        {
            return answer with { Found = "every package ok" };
        }

        if (result.Hung is not null)
        {
            return answer with
            {
                Findings = [new HealthFinding(GoErrorCodes.LibraryTestsFail, $"`{result.Ran}` {result.Ending}.", tree.InstallAgain)],
            };
        }

        var failed = Failed()
            .Matches(result.Messages)
            .Select(m => m.Groups[1].Value)
            .Where(p => p.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var names = failed.ToList();
        var excused = names.Where(n => Excuse(tree, n, result.Messages)).ToList();
        var found = $"failed: {string.Join(", ", names)}";
        if (names.Count > 0 && excused.Count == names.Count)
        {
            return answer with
            {
                Found =
                    $"every package ok but {string.Join(", ", excused)}, whose test needs time zones (lib/time/zoneinfo.zip), which this distribution leaves out",
            };
        }

        return answer with
        {
            Found = found,
            Findings =
            [
                new HealthFinding(
                    GoErrorCodes.LibraryTestsFail,
                    $"The tests of these packages do not build or start: {string.Join(", ", names.Except(excused).DefaultIfEmpty("none is named"))}. {new GoFailure(result, tree).DecisiveLine}",
                    tree.InstallAgain
                ),
            ],
        };
    }

    // Debian's packages have no lib/time; package time then needs the zones of the system, and its test stops at once without any
    // (src/time/internal_test.go, initTestingZone).
    private static bool Excuse(GoTree tree, string package, string messages) =>
        (package == "time" || package.StartsWith("time/", StringComparison.Ordinal))
        && messages.Contains("unknown time zone", StringComparison.Ordinal)
        && !File.Exists(Path.Combine(tree.Root, "lib", "time", "zoneinfo.zip"));

    [GeneratedRegex(@"^FAIL\t(\S+)(?:\s.*)?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Failed();
}
