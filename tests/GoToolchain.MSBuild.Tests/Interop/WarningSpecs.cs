using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Tests.Interop;

public sealed class WarningSpecs(PackageFeed feed)
{
    [Fact]
    public async Task A_project_with_a_Go_library_is_told_of_its_hazards_once_until_it_says_that_it_knows()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        await solution.WriteCallerAsync(properties: "<UseAppHost>false</UseAppHost>", frameworks: "net10.0;net8.0");

        var output = await solution.DotNetAsync("build", "App");
        Assert.Contains($"{solution["App", "App.csproj"]} : warning GOTC4020: ", output, StringComparison.Ordinal);
        // The build lists it, and the summary at the end again.
        Assert.Equal(1, CountBeforeSummary(output, "GOTC4020"));
        Assert.Contains("1 Warning(s)", output, StringComparison.Ordinal);

        output = await solution.DotNetAsync("build", "App", "--no-restore", "-p:GoSharedLibraryWarning=false");
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);

        output = await solution.DotNetAsync("build", "App", "--no-restore", "-p:NoWarn=GOTC4020");
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Go_libraries_in_a_project_are_worth_a_warning()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        solution.WriteCalc("other");
        await solution.WriteCallerAsync(items: """<GoSharedLibrary Include="../libcalc;../libother" />""");

        var output = await solution.DotNetAsync("build", "App");
        Assert.Contains("warning GOTC4021: This project has 2 Go libraries (calc, other).", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Go_with_which_calls_cannot_be_guarded_is_worth_a_warning()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        await solution.WriteCallerAsync();

        Assert.DoesNotContain("GOTC4022", await solution.DotNetAsync("build", "App"), StringComparison.Ordinal);

        Assert.Equal("1.19", feed.Go.Version.Line);
        var output = await solution.DotNetAsync("build", "App", "--no-restore", $"-p:GoToolchainRoot={feed.Go.Root}");
        Assert.Contains(
            $"warning GOTC4022: The Go library calc is built by Go {feed.Go.Version}, which lets signals through at every call",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_project_without_a_Go_library_hears_nothing_of_it()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        solution.Write(
            "App/Program.cs",
            """System.Console.WriteLine(typeof(Program).Assembly.GetType("GoToolchain.Interop.GoCall") is null);"""
        );

        Assert.Contains("0 Warning(s)", await solution.DotNetAsync("build", "App"), StringComparison.Ordinal);
        Assert.Equal("True", Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + GoPlatform.Host.ExecutableSuffix]));
    }

    private static int CountBeforeSummary(string output, string text) =>
        Regex.Count(output[..output.IndexOf("Build succeeded", StringComparison.Ordinal)], text + ": ");
}
