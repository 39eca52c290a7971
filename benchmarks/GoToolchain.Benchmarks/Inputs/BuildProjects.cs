using System.Security;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>Three projects that differ in one thing: with the packed package and a sidecar, without any Go, and with the <c>Exec</c> of go build that people write.</summary>
internal sealed class BuildProjects : IDisposable
{
    private readonly WorkDirectory _work = new();
    private readonly GoInstallation _go;

    private BuildProjects(GoInstallation go) => _go = go;

    /// <summary>Where the time of the first build with the package went: what the tasks say, and MSBuild's own summary.</summary>
    public string FirstBuild { get; private set; } = "";

    public static async Task<BuildProjects> CreateAsync(GoInstallation go)
    {
        var projects = new BuildProjects(go);
        projects.Write("feed/.keep", "");
        await projects.DotNetAsync(
            RepositoryRoot.File(),
            [
                "pack",
                RepositoryRoot.File("src", "GoToolchain.MSBuild"),
                "-c",
                OwnBuild.Configuration,
                "-o",
                projects.File("feed"),
                "-p:PackageVersion=1.0.0-benchmark",
            ]
        );
        projects.Write(
            "NuGet.config",
            $"""<configuration><packageSources><add key="feed" value="{SecurityElement.Escape(projects.File("feed"))}" /></packageSources></configuration>"""
        );
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            projects.Write(name, "<Project />");
        }

        projects.Write("agent/go.mod", "module example.com/agent\n\ngo 1.19\n");
        projects.Write(
            "agent/main.go",
            "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\"127.0.0.1:0\", nil) }\n"
        );
        projects.WriteProject("Plain", "");
        projects.WriteProject(
            "Package",
            """<ItemGroup><PackageReference Include="GoToolchain.MSBuild" Version="1.0.0-benchmark" PrivateAssets="all" /><GoSidecar Include="../agent" /></ItemGroup>"""
        );
        projects.WriteProject(
            "ByHand",
            $"""
            <Target Name="BuildAgent" BeforeTargets="BeforeBuild">
              <Exec Command="&quot;{SecurityElement.Escape(
                go.GoExecutable
            )}&quot; build -o &quot;$(MSBuildProjectDirectory)/$(IntermediateOutputPath)agent&quot; ." WorkingDirectory="../agent" />
            </Target>
            """
        );
        foreach (var name in (string[])["Plain", "ByHand", "Package"])
        {
            await projects.DotNetAsync(projects.File(name), ["restore"]);
        }

        await projects.BuildAsync("Plain");
        await projects.BuildAsync("ByHand");
        var log = await projects.DotNetAsync(projects.File("Package"), ["build", "--no-restore", "-v:n", "-clp:PerformanceSummary"]);
        projects.FirstBuild = string.Join(
            '\n',
            log.Split('\n')
                .Where(l =>
                    l.Contains("was built in", StringComparison.Ordinal)
                    || (l.Contains(" ms  ", StringComparison.Ordinal) && l.Contains("Go", StringComparison.Ordinal))
                )
        );
        return projects;
    }

    public Task BuildAsync(string project) => DotNetAsync(File(project), ["build", "--no-restore", "-v:q"]);

    public void Dispose() => _work.Dispose();

    private string File(string name) => Path.Combine(_work.Root, name);

    private void WriteProject(string name, string more)
    {
        Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <GoToolchainRoot>{SecurityElement.Escape(_go.Root)}</GoToolchainRoot>
              </PropertyGroup>
              {more}
            </Project>
            """
        );
        Write($"{name}/Program.cs", "System.Console.WriteLine();");
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
    }

    private async Task<string> DotNetAsync(string directory, string[] arguments)
    {
        var variables = new Dictionary<string, string?>
        {
            ["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE"),
            ["GOPATH"] = TestGo.Host.GetVariable("GOPATH"),
            ["MSBUILDTERMINALLOGGER"] = "off",
        };
        var run = await DotNetCommand.RunAsync(directory, arguments, variables);
        return run.ExitCode == 0 ? run.Output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {run.Output}");
    }
}
