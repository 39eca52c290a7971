namespace GoToolchain.MSBuild.Tests;

public sealed class ReferenceSpecs(PackageFeed feed)
{
    // Never that of the machine that runs the tests.
    private static readonly string s_foreign = GoPlatform.Host.Arch == "arm64" ? "linux-x64" : "linux-arm64";

    [Fact]
    public async Task Go_files_of_references_are_for_the_platform_of_the_program_at_every_distance()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        // The library in two frameworks, reached directly and through a project that knows nothing of Go, in both orders.
        Write(solution, "Library", solution.Project("""<GoSidecar Include="../agent" />""", frameworks: "net8.0;net10.0"));
        Write(solution, "Middle", Plain(["Library"]));
        Write(solution, "Far", Plain(["Middle"], isProgram: true));
        Write(solution, "Near", Plain(["Library", "Middle"], isProgram: true));
        Write(solution, "Tests", Plain(["Far"], isProgram: true));

        foreach (var program in new[] { "Far", "Near" })
        {
            await solution.DotNetAsync("publish", program, "-r", s_foreign, "--self-contained", "false", "-o", solution["out", program]);
            Assert.Equal(s_foreign, Platform(solution["out", program, "agent"]));
            Assert.Equal(s_foreign, Platform(solution[program, "bin", "Release", "net10.0", s_foreign, "agent"]));
        }

        await solution.DotNetAsync("build", "Tests");
        Assert.Equal("first", Solution.Run(solution["Tests", "bin", "Debug", "net10.0", "agent"]));

        // Published as built, and built without what it refers to.
        File.Delete(solution["Far", "bin", "Debug", "net10.0", "agent"]);
        await solution.DotNetAsync("build", "Far", "--no-restore", "--no-dependencies");
        await solution.DotNetAsync("publish", "Far", "--no-build", "-c", "Debug", "-o", solution["out", "as-built"]);
        Assert.Equal("first", Solution.Run(solution["out", "as-built", "agent"]));
    }

    [Fact]
    public async Task A_platform_that_only_the_program_names_is_refused_until_all_projects_see_it()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        Write(solution, "Library", solution.Project("""<GoSidecar Include="../agent" />"""));
        Write(
            solution,
            "App",
            solution.Project(
                """<ProjectReference Include="../Library/Library.csproj" />""",
                $"<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><SelfContained>false</SelfContained><RuntimeIdentifier>{s_foreign}</RuntimeIdentifier>"
            )
        );

        var failed = await solution.TryDotNetAsync("build", "App");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains($"error GOTC5003: This project is built for {s_foreign}, and `agent`", failed.Output, StringComparison.Ordinal);

        solution.Write(
            "Directory.Build.props",
            $"<Project><PropertyGroup><RuntimeIdentifier>{s_foreign}</RuntimeIdentifier></PropertyGroup></Project>"
        );
        await solution.DotNetAsync("build", "App");
        Assert.Equal(s_foreign, Platform(solution["App", "bin", "Debug", "net10.0", s_foreign, "agent"]));
    }

    private static string? Platform(string file) => GoBinaryFile.Inspect(file).Platform?.RuntimeIdentifier;

    private static string Plain(IEnumerable<string> references, bool isProgram = false) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {(isProgram ? "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>" : "")}
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references.Select(r => $"""<ProjectReference Include="../{r}/{r}.csproj" />"""))}</ItemGroup>
            </Project>
            """;

    private static void Write(Solution solution, string name, string project)
    {
        solution.Write($"{name}/{name}.csproj", project);
        solution.Write(
            $"{name}/Code.cs",
            project.Contains("<OutputType>Exe", StringComparison.Ordinal) ? "System.Console.WriteLine();" : $"public class {name};"
        );
    }
}
