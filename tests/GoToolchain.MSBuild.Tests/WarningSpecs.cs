using System.Security;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>C code that compiles with a warning, built with the JSON of Go 1.24.</summary>
public sealed class WarningSpecs(PackageFeed feed)
{
    [Fact]
    public async Task A_warning_of_the_C_compiler_is_a_warning_of_a_build_that_succeeds()
    {
        using var solution = await CreateAsync("");

        var log = await solution.DotNetAsync("build", "App");
        Assert.Contains($"{solution["agent", "one.c"]}(2,12): c warning GOTC4010: ", log, StringComparison.Ordinal);
        Assert.Contains("0 Error(s)", log, StringComparison.Ordinal);

        // Nothing is compiled, so nothing is warned of.
        log = await solution.DotNetAsync("build", "App", "--no-restore");
        Assert.DoesNotContain("GOTC4010", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_that_the_project_hides_is_hidden()
    {
        using var solution = await CreateAsync("<NoWarn>$(NoWarn);GOTC4010</NoWarn>");

        Assert.DoesNotContain("warning GOTC4010", await solution.DotNetAsync("build", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_that_is_an_error_stops_each_build_until_it_is_gone()
    {
        using var solution = await CreateAsync("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        for (var i = 0; i < 2; i++)
        {
            var run = await solution.TryDotNetAsync("build", "App");
            Assert.NotEqual(0, run.ExitCode);
            Assert.Contains($"{solution["agent", "one.c"]}(2,12): c error GOTC4010: ", run.Output, StringComparison.Ordinal);
        }

        solution.Write("agent/one.c", "int one() { return 1; }\n");
        await solution.DotNetAsync("build", "App");
    }

    private async Task<Solution> CreateAsync(string properties)
    {
        Assert.SkipWhen(TestGo.Host.FindOnPath("gcc") is null, "It takes gcc.");
        var go = await TestGo.EnsureAsync("1.24");
        var solution = new Solution(feed);
        solution.Write("agent/go.mod", "module example.com/agent\n\ngo 1.19\n");
        solution.Write("agent/main.go", "package main\n\n// int one();\nimport \"C\"\n\nfunc main() { println(C.one()) }\n");
        solution.Write("agent/one.c", "int one() {\n  int *p = 1;\n  return p != 0;\n}\n");
        solution.WriteApp(
            """<GoSidecar Include="../agent" CgoEnabled="true" />""",
            $"<GoToolchainRoot>{SecurityElement.Escape(go.Root)}</GoToolchainRoot>{properties}"
        );
        return solution;
    }
}
