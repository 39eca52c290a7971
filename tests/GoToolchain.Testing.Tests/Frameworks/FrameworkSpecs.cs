using System.Diagnostics.CodeAnalysis;
using GoToolchain.Engineering;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>
/// One behaviour under each test framework and each platform, in a project that uses the packages as a user would. The suite (<c>Projects</c>) has the
/// same tests everywhere; what is expected of them is written here once, and read from the report of the run.
/// </summary>
[SuppressMessage("Design", "CA1063:Implement IDisposable correctly", Justification = "xunit disposes it; there is no finalizer to spare.")]
[SuppressMessage("Usage", "CA1816:Dispose methods should call SuppressFinalize", Justification = "As above.")]
public abstract class FrameworkSpecs(SuiteFramework framework, TestPlatform platform, BuiltSuites suites, SuiteGo go) : IDisposable
{
    private readonly ScratchDirectory _empty = new("empty-store");

    public void Dispose() => _empty.Dispose();

    [Fact]
    public async Task A_build_that_cannot_provide_Go_warns_and_goes_on()
    {
        var suite = await suites.GetAsync(framework);

        Assert.Contains("warning GOTC3080: There is no Go for the tests of this project yet", suite.BuildOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Go_here_tests_pass_offline_and_a_version_that_is_not_here_is_skipped()
    {
        var machine = SuiteMachine.With(await SuiteGo.ReadyStoreAsync(), policy: GoTestPolicy.Skip);
        machine["GOTC_OFFLINE"] = "true";

        var run = await RunAsync(machine);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Empty(run.Report.Failed);
        // The fact, the theory, two of the matrix, and the one that needs none.
        Assert.Equal(5, run.Report.Passed);
        var skipped = Assert.Single(run.Report.Skipped);
        Assert.Contains("Needs_a_line_that_is_not_here", skipped.Test, StringComparison.Ordinal);
        Assert.Contains("No Go on this machine fits `1.20`.", skipped.Reason, StringComparison.Ordinal);
        Assert.Contains("and 1.20 is wanted", skipped.Reason, StringComparison.Ordinal);
        Assert.Contains("Run `gotoolchain install 1.20`.", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Go_the_policy_Skip_skips_with_the_reason_and_the_cure()
    {
        var machine = SuiteMachine.With(_empty.Root, policy: GoTestPolicy.Skip);
        machine["GOTC_TESTING_MUST_RUN"] = "false";

        var run = await RunAsync(machine);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Empty(run.Report.Failed);
        Assert.Equal(1, run.Report.Passed);
        AssertAllOfGo(run.Report.Skipped);
        AssertReason(run.Report.Skipped, "No Go ", "the policy is Skip, because GOTC_TESTING_POLICY says so.", "Run `gotoolchain install");
    }

    [Fact]
    public async Task A_run_that_skips_all_tests_of_Go_fails()
    {
        var run = await RunAsync(SuiteMachine.With(_empty.Root, policy: GoTestPolicy.Skip));

        Assert.NotEqual(0, run.ExitCode);
        AssertAllOfGo(run.Report.Skipped);
    }

    [Fact]
    public async Task A_run_whose_filter_leaves_out_all_tests_of_Go_fails()
    {
        var run = await RunAsync(SuiteMachine.With(await SuiteGo.ReadyStoreAsync()), only: "Needs_no_Go");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(1, run.Report.Passed);
        Assert.Empty(run.Report.Skipped);
    }

    [Fact]
    public async Task Without_Go_the_policy_Fail_fails_with_the_reason()
    {
        var run = await RunAsync(SuiteMachine.With(_empty.Root, policy: GoTestPolicy.Fail));

        AssertAllFail(run, "(GOTC1004)", "the policy is Fail, because GOTC_TESTING_POLICY says so.", "Run `gotoolchain install");
    }

    [Fact]
    public async Task Without_Go_a_CI_machine_fails_and_installs_nothing()
    {
        await using var mirror = new FakeGoMirror();
        var machine = SuiteMachine.With(_empty.Root, mirror.Url);
        machine["CI"] = "true";

        var run = await RunAsync(machine);

        AssertAllFail(run, "the policy is Fail, because this is a CI machine (CI is set).");
        Assert.Empty(mirror.Requests);
    }

    [Fact]
    public async Task Without_Go_and_offline_the_policy_Provision_fails_and_asks_no_server()
    {
        await using var mirror = new FakeGoMirror();
        var machine = SuiteMachine.With(_empty.Root, mirror.Url);
        machine["GOTC_OFFLINE"] = "true";

        var run = await RunAsync(machine);

        AssertAllFail(run, "the settings say offline");
        Assert.Empty(mirror.Requests);
    }

    [Fact]
    public async Task A_broken_Go_fails_with_the_sentence_of_the_doctor()
    {
        var (store, finding) = await go.BrokenAsync();

        var run = await RunAsync(SuiteMachine.With(store, policy: GoTestPolicy.Fail));

        Assert.NotEqual(0, run.ExitCode);
        var fact = run.Report.Failed.First(failed => failed.Test.Contains("Fact_asks_go", StringComparison.Ordinal));
        AssertReason([fact], finding.Code.Id, finding.Cause, finding.Cure);
    }

    [Fact]
    public async Task A_test_that_fails_shows_what_Go_said_and_keeps_and_attaches_its_workspace()
    {
        var machine = SuiteMachine.With(await SuiteGo.ReadyStoreAsync());
        // Go refuses to work without its build cache, and says so.
        machine["GOCACHE"] = Path.Combine(_empty.CreateFile("cache", "no directory"), "below");
        machine["TMPDIR"] = _empty.CreateDirectory("temp");

        var run = await RunAsync(machine, only: "Theory_runs_the_agent");

        Assert.NotEqual(0, run.ExitCode);
        var failed = run.Report.Failed.Where(f => f.Test.Contains("Theory_runs_the_agent", StringComparison.Ordinal));
        AssertReason([.. failed], "`go run .` ended with exit code 1");
        Assert.Contains("build cache", run.Trx, StringComparison.Ordinal);
        Assert.Contains("The workspace is kept: " + _empty["temp"], run.Trx, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(_empty["temp"], "main.go", SearchOption.AllDirectories));
        Assert.Contains(
            "print(\"theory done\")",
            await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var attached = run.Attachments.Count(f => Path.GetFileName(f) == "workspace.zip");
        Assert.True(attached == (framework.CanAttach ? 1 : 0), string.Join('\n', run.Attachments) + run.Trx);
    }

    private async Task<SuiteRun> RunAsync(IReadOnlyDictionary<string, string?> machine, string? only = null) =>
        await (await suites.GetAsync(framework)).RunAsync(platform, machine, only);

    private static void AssertAllFail(SuiteRun run, params string[] reason)
    {
        Assert.NotEqual(0, run.ExitCode);
        Assert.Empty(run.Report.Skipped);
        Assert.Equal(1, run.Report.Passed);
        var ofTests = run
            .Report.Failed.Where(failed => failed.Reason.Contains("There is no Go for this test", StringComparison.Ordinal))
            .ToList();
        AssertAllOfGo(ofTests);
        AssertReason(ofTests, reason);
    }

    // The fact, the theory, the one for a line that is not here, and two of the matrix.
    private static void AssertAllOfGo(IReadOnlyList<TestOutcome> outcomes)
    {
        Assert.Equal(5, outcomes.Count);
        Assert.All(
            (string[])["Fact_asks_go", "Theory_runs_the_agent", "Needs_a_line_that_is_not_here", "Matrix_runs_each_version"],
            test => Assert.Contains(outcomes, outcome => outcome.Test.Contains(test, StringComparison.Ordinal))
        );
    }

    private static void AssertReason(IReadOnlyList<TestOutcome> outcomes, params string[] parts) =>
        Assert.All(outcomes, outcome => Assert.All(parts, part => Assert.Contains(part, outcome.Reason, StringComparison.Ordinal)));
}
