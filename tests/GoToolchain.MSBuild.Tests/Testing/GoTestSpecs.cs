using System.Xml.Linq;

namespace GoToolchain.MSBuild.Tests.Testing;

public sealed class GoTestSpecs(PackageFeed feed)
{
    [Fact]
    public async Task Each_failed_test_is_an_error_at_its_line_and_two_frameworks_run_the_tests_once()
    {
        using var solution = new Solution(feed);
        WriteModule(solution);
        solution.WriteApp(
            """<GoTest Include="../agent" Short="true" Timeout="1m" Tags="tagged" Env="GREETING=a%3Bb" />""",
            "<UseAppHost>false</UseAppHost>",
            "net10.0;net8.0"
        );

        var run = await solution.TryDotNetAsync("build", "App", "-t:GoTest", "-m:2", "-v:n");

        Assert.NotEqual(0, run.ExitCode);
        Contains($"{solution["agent", "agent_test.go"]}(15): go test error GOTC3040: TestFails: first", run);
        Contains("    second line", run);
        Contains($"{solution["agent", "agent_test.go"]}(22): go test error GOTC3040: TestGroup/two_words: in a subtest", run);
        Contains($"{solution["agent", "bad", "bad_test.go"]}(5,28): go error GOTC3001: undefined: nothing", run);
        Contains("Skipped: TestSkipped of example.com/agent: not today", run);
        Contains("agent: 3 passed, 2 failed, 1 skipped, 1 package not built in ", run);
        // Neither twice for two frameworks, nor for the test around a subtest.
        Contains("3 Error(s)", run);
        Assert.Single(run.Output.Split('\n'), l => l.Contains("agent: 3 passed", StringComparison.Ordinal));

        var report = Assert.Single(solution.InIntermediate("agent.junit.xml"));
        Contains(
            $"The log of the run is {Path.Combine(Path.GetDirectoryName(report)!, "agent.test.json")}, the JUnit report {report}",
            run
        );
        var cases = XDocument.Load(report).Descendants("testcase").ToDictionary(c => (string)c.Attribute("name")!);
        Assert.Contains("second line", cases["TestFails"].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.NotNull(cases["TestSkipped"].Element("skipped"));
        Assert.Empty(cases["TestPasses"].Elements());

        solution.Write("agent/agent_test.go", "package main\n\nimport \"testing\"\n\nfunc TestPasses(t *testing.T) {}\n");
        Directory.Delete(solution["agent", "bad"], recursive: true);
        // In one project that also builds the agent, and for the tests of one name only.
        solution.WriteApp("""<GoTest Include="../agent" Run="^TestPasses$" Packages="./..." />""");
        var log = await solution.DotNetAsync("build", "App", "-t:GoTest", "-v:n");
        Assert.Contains("agent: 1 passed, 0 failed, 0 skipped in ", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dotnet_test_of_VSTest_fails_with_the_tests_of_Go_when_it_is_asked_to_run_them()
    {
        using var solution = new Solution(feed);
        WriteFailing(solution);
        solution.WriteApp("""<GoTest Include="../agent" />""", "<GoTestOnDotNetTest>true</GoTestOnDotNetTest>");

        var run = await solution.TryDotNetAsync("test", "App");
        Assert.NotEqual(0, run.ExitCode);
        Contains($"{solution["agent", "agent_test.go"]}(5): go test error GOTC3040: TestFails: no", run);

        run = await solution.TryDotNetAsync("test", "App", "--no-restore", "-p:GoTestOnDotNetTest=false");
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task A_dotnet_test_of_the_testing_platform_fails_with_the_tests_of_Go_when_it_is_asked_to_run_them()
    {
        using var solution = new Solution(feed);
        solution.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        WriteFailing(solution);
        // What the SDK takes for a test program; it is one that passes.
        solution.WriteApp(
            """<GoTest Include="../agent" />""",
            "<GoTestOnDotNetTest>true</GoTestOnDotNetTest><IsTestingPlatformApplication>true</IsTestingPlatformApplication><UseAppHost>false</UseAppHost>",
            "net10.0;net8.0"
        );

        var run = await solution.TryDotNetAsync("test", "--project", "App");
        Assert.NotEqual(0, run.ExitCode);
        Contains($"{solution["agent", "agent_test.go"]}(5): go test error GOTC3040: TestFails: no", run);
    }

    private static void WriteFailing(Solution solution)
    {
        solution.WriteAgent();
        solution.Write("agent/agent_test.go", "package main\n\nimport \"testing\"\n\nfunc TestFails(t *testing.T) { t.Error(\"no\") }\n");
    }

    private static void WriteModule(Solution solution)
    {
        solution.WriteAgent();
        solution.Write(
            "agent/agent_test.go",
            """
            package main

            import "testing"

            func TestPasses(t *testing.T) {}

            func TestSkipped(t *testing.T) {
            	if testing.Short() {
            		t.Skip("not today")
            	}
            }

            func TestFails(t *testing.T) {
            	t.Log("a remark")
            	t.Fatalf("first\n  second line")
            }

            func TestGroup(t *testing.T) {
            	t.Run("one", func(t *testing.T) {})
            	t.Run("two words", func(t *testing.T) {
            		t.Parallel()
            		t.Error("in a subtest")
            	})
            }
            """
        );
        solution.Write(
            "agent/deep/deep_test.go",
            """
            //go:build tagged

            package deep

            import (
            	"os"
            	"testing"
            )

            func TestEnvironment(t *testing.T) {
            	if os.Getenv("GREETING") != "a;b" {
            		t.Error(os.Getenv("GREETING"))
            	}
            }
            """
        );
        solution.Write("agent/bad/bad_test.go", "package bad\n\nimport \"testing\"\n\nfunc TestX(t *testing.T) { nothing() }\n");
        solution.Write("agent/none/none.go", "package none\n");
    }

    private static void Contains(string text, GoToolchain.Fixtures.DotNetRun run) =>
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
}
