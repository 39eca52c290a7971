using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>The same behaviour under each test framework, in a project that uses the packages as a user would.</summary>
public abstract class FrameworkSpecs(string framework, PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public async Task A_suite_passes_skips_or_fails_as_the_policy_says()
    {
        using var suite = await TestSuite.BuildAsync(framework, feed);

        await With_a_Go_the_tests_run_and_pass(suite);
        await Without_one_the_policy_Skip_skips_them_with_the_reason(suite);
        await Without_one_the_policy_Fail_fails_them_with_the_reason(suite);
        await Without_one_a_CI_machine_fails_them(suite);
    }

    private static async Task With_a_Go_the_tests_run_and_pass(TestSuite suite)
    {
        await TestGo.EnsureAsync(TestSettings.Version);

        var report = await suite.RunAsync(Environment(TestGo.Store, policy: "Skip"));

        Assert.Empty(report.Failed);
        Assert.Empty(report.Skipped);
        Assert.Equal(3, report.Passed);
    }

    private static async Task Without_one_the_policy_Skip_skips_them_with_the_reason(TestSuite suite)
    {
        using var store = new ScratchDirectory("empty-store");

        var report = await suite.RunAsync(Environment(store.Root, policy: "Skip"));

        Assert.Empty(report.Failed);
        Assert.Equal(2, report.Skipped.Count);
        Assert.All(report.Skipped, skipped => Assert.Contains("_runs_the_agent", skipped.Test, StringComparison.Ordinal));
        Assert.All(
            report.Skipped,
            skipped => Assert.Contains("There is no Go for this test (GOTC2010).", skipped.Reason, StringComparison.Ordinal)
        );
        Assert.All(
            report.Skipped,
            skipped => Assert.Contains("the policy is Skip, because GOTC_TESTING_POLICY says so", skipped.Reason, StringComparison.Ordinal)
        );
        Assert.Equal(1, report.Passed);
    }

    private static async Task Without_one_the_policy_Fail_fails_them_with_the_reason(TestSuite suite)
    {
        using var store = new ScratchDirectory("empty-store");

        var report = await suite.RunAsync(Environment(store.Root, policy: "Fail"));

        Assert.Equal(2, report.Failed.Count);
        Assert.All(
            report.Failed,
            failed => Assert.Contains("There is no Go for this test (GOTC2010).", failed.Reason, StringComparison.Ordinal)
        );
        Assert.Empty(report.Skipped);
        Assert.Equal(1, report.Passed);
    }

    private static async Task Without_one_a_CI_machine_fails_them(TestSuite suite)
    {
        using var store = new ScratchDirectory("empty-store");
        var variables = Environment(store.Root, policy: null);
        variables["CI"] = "true";

        var report = await suite.RunAsync(variables);

        Assert.Equal(2, report.Failed.Count);
        Assert.All(
            report.Failed,
            failed => Assert.Contains("because this is a CI machine (CI is set)", failed.Reason, StringComparison.Ordinal)
        );
        Assert.False(Directory.Exists(store["toolchains"]), "A policy other than Provision installs nothing.");
    }

    // Whatever Go this machine has must not be found, and no source be asked.
    private static Dictionary<string, string?> Environment(string store, string? policy) =>
        new()
        {
            ["GOTC_STORE"] = store,
            ["GOTC_PREFERENCE"] = "only-managed",
            ["GOTC_SOURCES"] = store,
            ["GOTC_TESTING_POLICY"] = policy,
            ["CI"] = null,
            ["GITHUB_ACTIONS"] = null,
            ["TF_BUILD"] = null,
        };
}
