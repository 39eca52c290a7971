using System.Globalization;
using System.Text.RegularExpressions;
using GoToolchain.MSBuild.Tests.Interop;

namespace GoToolchain.MSBuild.Tests;

/// <summary>Each item is built once per build, and not at all when nothing has changed: by the command lines of go in the detailed log.</summary>
public sealed partial class OnceSpecs(PackageFeed feed)
{
    private static readonly string s_library = GoPlatform.Host.Os switch
    {
        "windows" => "calc.dll",
        "darwin" => "libcalc.dylib",
        _ => "libcalc.so",
    };

    [Fact]
    public async Task Frameworks_references_and_every_kind_of_parallel_build_share_one_build_of_each_item()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        WriteProjects(solution);
        await solution.DotNetAsync("restore", "Tests");

        foreach (var mode in (string[])["-m:4", "-m:4 -mt", "-graph", "-graph -isolate -m:4", "-t:Rebuild -m:4", "-check -m:1"])
        {
            if (!mode.Contains("Rebuild", StringComparison.Ordinal) && Built(solution).Length > 0)
            {
                Directory.Delete(solution["Library", "obj", "go"], recursive: true);
            }

            var log = await solution.DotNetAsync(["build", "Tests", "--no-restore", "-v:d", .. mode.Split(' ')]);

            Assert.True(GoBuilds().Count(log) == 2, $"{mode}: {GoBuilds().Count(log)} times\n{log}");
            Assert.Equal(2, Built(solution).Length);
            Assert.True(
                GoBuilds()
                    .Matches(log)
                    .All(m =>
                        int.Parse(m.Groups["cores"].ValueSpan, CultureInfo.InvariantCulture) is var cores
                        && cores >= 1
                        && cores <= Environment.ProcessorCount
                    )
            );
            // BuildCheck finds fault with the SDK itself, not with these targets.
            Assert.DoesNotMatch("(?i)gotoolchain[^\\n]*warning BC", log);
            Assert.Equal("first", Solution.Run(solution["Tests", "bin", "Debug", "net10.0", "agent" + GoPlatform.Host.ExecutableSuffix]));
            Assert.True(File.Exists(solution["Library", "bin", "Debug", "net8.0", s_library]), mode);
        }

        var again = await solution.DotNetAsync("build", "Tests", "--no-restore", "-v:d");
        Assert.Equal(0, GoBuilds().Count(again));
        Assert.Contains("agent is up to date", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_builds_at_the_same_time_build_an_item_once()
    {
        using var solution = new Solution(feed);
        WriteProjects(solution);
        await solution.DotNetAsync("restore", "Library");

        string[] arguments = ["msbuild", "Library", "-t:BuildGoSidecars", "-p:TargetFramework=net10.0", "-v:d"];
        var logs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => solution.DotNetAsync(arguments)));

        Assert.Equal(1, logs.Sum(l => GoBuilds().Count(l)));
    }

    [Fact]
    public async Task A_question_is_answered_with_what_has_changed_and_builds_nothing()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        await solution.DotNetAsync("build", "App");
        await solution.DotNetAsync("msbuild", "App", "-question");

        var main = solution.Write("agent/main.go", "package main\n\nfunc main() {}\n");
        var log = await solution.TryDotNetAsync("msbuild", "App", "-question", "-v:d");

        Assert.True(log.ExitCode != 0, log.Output);
        Assert.Contains(
            $"error GOTC3050: GoSidecar `../agent` is not up to date: {main} has changed.",
            log.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, GoBuilds().Count(log.Output));
    }

    private static string[] Built(Solution solution) =>
        [.. solution.In("Library", "agent.inputs"), .. solution.In("Library", "calc.inputs")];

    private static void WriteProjects(Solution solution)
    {
        solution.WriteAgent();
        solution.WriteCalc();
        solution.Write(
            "Library/Library.csproj",
            solution.Project("""<GoSidecar Include="../agent" /><GoSharedLibrary Include="../libcalc" />""", frameworks: "net10.0;net8.0")
        );
        solution.Write("App/App.csproj", Plain("""<ProjectReference Include="../Library/Library.csproj" />"""));
        solution.Write(
            "Tests/Tests.csproj",
            Plain(
                """
                <ProjectReference Include="../App/App.csproj" />
                <ProjectReference
                  Include="../Library/Library.csproj"
                  SetTargetFramework="TargetFramework=net8.0"
                  SkipGetTargetFrameworkProperties="true"
                  ReferenceOutputAssembly="false"
                />
                """
            )
        );
        solution.Write("Library/Class.cs", "public class Class;");
        solution.Write("App/Class.cs", "public class Class2;");
        solution.Write("Tests/Class.cs", "public class Class3;");
    }

    private static string Plain(string references) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """;

    [GeneratedRegex(@"^\s*(\d+>)?\s*\S+bin.go(\.exe)? build -p (?<cores>\d+) ", RegexOptions.Multiline)]
    private static partial Regex GoBuilds();
}
