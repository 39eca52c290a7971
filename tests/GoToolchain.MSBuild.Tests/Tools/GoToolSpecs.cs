namespace GoToolchain.MSBuild.Tests.Tools;

public sealed class GoToolSpecs(PackageFeed feed)
{
    private const string UsesTool = """
        <Target Name="UseTool" DependsOnTargets="InstallGoTools">
          <Message Importance="high" Text="tool: %(GoToolExecutable.Name) %(GoToolExecutable.Version) by %(GoToolExecutable.GoVersion)" />
          <Message Importance="high" Text="path: $(GoToolsPath)" />
          <Exec Command="%(GoToolExecutable.Identity)" />
        </Target>
        """;

    [Fact]
    public async Task A_tool_is_installed_once_at_its_version_and_other_targets_use_it_without_the_network()
    {
        using var solution = new Solution(feed);
        var proxy = Proxy(solution);
        solution.Write("own/go.mod", "module example.com/own\n\ngo 1.19\n");
        solution.Write("own/main.go", "package main\n\nfunc main() { println(\"own one\") }\n");
        const string Tools = """<GoTool Include="example.com/tools/cmd/greet" Version="v1.0.0" /><GoTool Include="../own" />""";
        solution.WriteApp(
            Tools,
            "<UseAppHost>false</UseAppHost>",
            "net10.0;net8.0",
            UsesTool.Replace("UseTool", "UseInner", StringComparison.Ordinal)
        );
        // Every framework asks for it.
        solution.Write(
            "App/Directory.Build.targets",
            """
            <Project>
              <Target Name="UseTool" Condition="'$(IsCrossTargetingBuild)' == 'true'" DependsOnTargets="_ComputeTargetFrameworkItems">
                <MSBuild Projects="@(_InnerBuildProjects)" Targets="UseInner" BuildInParallel="true" />
              </Target>
            </Project>
            """
        );

        var log = await solution.DotNetAsync("build", "App", "-t:UseTool", "-m:2", "-v:n");
        Assert.Contains($"tool: greet v1.0.0 by {feed.Go.Version}", log, StringComparison.Ordinal);
        Assert.Contains("greet one", log, StringComparison.Ordinal);
        Assert.Contains("own one", log, StringComparison.Ordinal);
        Assert.Single(
            log.Split('\n'),
            l => l.Contains("example.com/tools/cmd/greet@v1.0.0 is installed, because", StringComparison.Ordinal)
        );
        var tool = Assert.Single(solution.InIntermediate("greet" + GoPlatform.Host.ExecutableSuffix));
        Assert.StartsWith(solution["App", "obj", "go", "tools", "greet@v1.0.0."], tool, StringComparison.Ordinal);
        Assert.Contains("path: " + Path.GetDirectoryName(tool) + Path.PathSeparator, log, StringComparison.Ordinal);

        // Nobody could serve it any more, and whatever a go process would leave behind is looked for.
        Directory.Delete(solution["proxy"], recursive: true);
        solution.Variables["GOCACHE"] = solution["cache"];
        log = await solution.DotNetAsync("build", "App", "-t:UseTool", "-v:n", "--no-restore");
        Assert.Contains("greet one", log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution["cache"]));

        solution.Variables.Remove("GOCACHE");
        File.Delete(solution["App", "Directory.Build.targets"]);
        solution.Write("own/main.go", "package main\n\nfunc main() { println(\"own two\") }\n");
        solution.WriteApp(Tools.Replace("v1.0.0", "v1.1.0", StringComparison.Ordinal), more: UsesTool);
        Proxy(solution);
        Assert.Equal(proxy.Url, solution.Variables["GOPROXY"]);
        log = await solution.DotNetAsync("build", "App", "-t:UseTool", "-v:n");
        Assert.Contains("greet two", log, StringComparison.Ordinal);
        Assert.Contains("own two", log, StringComparison.Ordinal);

        await solution.DotNetAsync("clean", "App");
        Assert.Empty(solution.InIntermediate("greet*"));
    }

    [Fact]
    public async Task Tools_that_cannot_be_had_are_errors_with_their_reasons()
    {
        using var solution = new Solution(feed);
        Proxy(solution);
        solution.WriteApp(
            """
            <GoTool Include="example.com/tools/cmd/greet" Version="v9.0.0" />
            <GoTool Include="example.com/tools/cmd/nosuch" Version="v1.0.0" />
            <GoTool Include="example.com/tools/broken" Version="v1.0.0" />
            <GoTool Include="../missing" />
            """
        );

        var run = await solution.TryDotNetAsync("build", "App", "-t:InstallGoTools");
        Assert.NotEqual(0, run.ExitCode);
        var project = solution["App", "App.csproj"];
        Assert.Contains(
            $"{project} : error GOTC3031: GoTool `example.com/tools/cmd/greet@v9.0.0` was not installed: ",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{project} : error GOTC3031: GoTool `example.com/tools/cmd/nosuch@v1.0.0` was not",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("but does not contain package", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"{project} : error GOTC3034: GoTool `example.com/tools/broken@v1.0.0` was not",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("undefined: nothing", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{project} : error GOTC3004: GoTool `../missing`: there is no directory", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 Error(s)", run.Output, StringComparison.Ordinal);
    }

    private static ModuleProxy Proxy(Solution solution)
    {
        var proxy = new ModuleProxy(solution["proxy"]);
        foreach (var (version, word) in new[] { ("v1.0.0", "one"), ("v1.1.0", "two") })
        {
            proxy.Add(
                "example.com/tools",
                version,
                ("cmd/greet/main.go", $"package main\n\nfunc main() {{ println(\"greet {word}\") }}\n"),
                ("broken/main.go", "package main\n\nfunc main() { nothing() }\n")
            );
        }

        solution.Variables["GOPROXY"] = proxy.Url;
        solution.Variables["GOSUMDB"] = "off";
        solution.Variables["GOPATH"] = solution["gopath"];
        // Else the module cache cannot be deleted.
        solution.Variables["GOFLAGS"] = "-modcacherw";
        return proxy;
    }
}
