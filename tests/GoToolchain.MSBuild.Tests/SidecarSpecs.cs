namespace GoToolchain.MSBuild.Tests;

public sealed class SidecarSpecs(PackageFeed feed)
{
    private static readonly string s_exe = OperatingSystem.IsWindows() ? ".exe" : "";

    [Fact]
    public async Task A_sidecar_lands_beside_the_app_and_goes_with_clean()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        var agent = solution["App", "bin", "Debug", "net10.0", "agent" + s_exe];

        await solution.DotNetAsync("build", "App");
        Assert.Equal("first", Solution.Run(agent));

        solution.WriteAgent("second");
        await solution.DotNetAsync("build", "App", "--no-restore", "-t:Rebuild");
        Assert.Equal("second", Solution.Run(agent));

        await solution.DotNetAsync("clean", "App");
        Assert.False(File.Exists(agent));
        Assert.Empty(solution.InIntermediate("*"));
        Assert.True(File.Exists(solution["agent", "main.go"]));
    }

    [Fact]
    public async Task A_sidecar_is_published_as_files_and_beside_a_single_file()
    {
        // A single file takes the runtime pack and the linker's tasks.
        using var solution = new Solution(feed, usesMachineSources: true);
        solution.WriteAgent();
        solution.WriteApp();

        await solution.DotNetAsync("publish", "App", "-o", solution["files"]);
        Assert.Equal("first", Solution.Run(solution["files", "agent" + s_exe]));

        var rid = GoPlatform.Host.RuntimeIdentifier!;
        await solution.DotNetAsync(
            "publish",
            "App",
            "-r",
            rid,
            "--self-contained",
            "false",
            "-p:PublishSingleFile=true",
            "-o",
            solution["single"]
        );
        Assert.Equal("first", Solution.Run(solution["single", "agent" + s_exe]));
        Assert.Equal("app", Solution.Run(solution["single", "App" + s_exe]));
        Assert.False(File.Exists(solution["single", "App.dll"]));
    }

    [Fact]
    public async Task A_sidecar_of_a_library_flows_to_the_projects_that_refer_to_it()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("Library/Library.csproj", solution.Project("""<GoSidecar Include="../agent" Link="tools/agent" />"""));
        solution.Write(
            "App/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
            </Project>
            """
        );
        solution.Write("App/Program.cs", "return;");

        await solution.DotNetAsync("build", "App");
        Assert.Equal("first", Solution.Run(solution["App", "bin", "Debug", "net10.0", "tools", "agent"]));
    }

    [Fact]
    public async Task Two_frameworks_build_side_by_side()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(
            """<GoSidecar Include="../agent" LdFlags="-X main.word=$(TargetFramework)" />""",
            "<UseAppHost>false</UseAppHost>",
            "net10.0;net8.0"
        );

        await solution.DotNetAsync("build", "App", "-m:2");
        Assert.Equal("net10.0", Solution.Run(solution["App", "bin", "Debug", "net10.0", "agent" + s_exe]));
        Assert.Equal("net8.0", Solution.Run(solution["App", "bin", "Debug", "net8.0", "agent" + s_exe]));

        // The target by its name, on the project that has no framework itself.
        await solution.DotNetAsync("msbuild", "App", "-t:CleanGo");
        Assert.Empty(solution.InIntermediate("*"));
        await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars", "-m:2");
        // One for each, for they differ.
        Assert.Equal(2, solution.InIntermediate("agent" + s_exe).Length);
    }

    [Fact]
    public async Task A_runtime_identifier_decides_what_the_sidecar_is_built_for()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(properties: "<UseAppHost>false</UseAppHost>");

        await solution.DotNetAsync("build", "App", "-r", "win-arm64", "--self-contained", "false");
        var head = await File.ReadAllBytesAsync(
            solution["App", "bin", "Debug", "net10.0", "win-arm64", "agent.exe"],
            TestContext.Current.CancellationToken
        );
        Assert.Equal("MZ"u8, head.AsSpan(0, 2));
        // IMAGE_FILE_MACHINE_ARM64 in the COFF header.
        Assert.Equal(0xAA64, BitConverter.ToUInt16(head, BitConverter.ToInt32(head, 0x3C) + 4));
    }

    [Fact]
    public async Task Metadata_reaches_go_exactly_as_written()
    {
        using var solution = new Solution(feed);
        solution.Write("agent/go.mod", "module example.com/agent\n\ngo 1.19\n");
        solution.Write("agent/main.go", "package main\n\nvar text = \"none\"\n\nfunc main() {\n\tprintln(text, tagged)\n}\n");
        solution.Write("agent/plain.go", "//go:build !(one && two)\n\npackage main\n\nconst tagged = false\n");
        solution.Write("agent/tagged.go", "//go:build one && two\n\npackage main\n\nconst tagged = true\n");
        solution.WriteApp(
            """
            <GoSidecar Include="../agent/" OutputName="my agent" Tags="one;two" TrimPath="true" BuildVcs="false" Link="sub dir/my agent">
              <LdFlags>-X "main.text=a b;c%3Bd%25e'f"</LdFlags>
              <GcFlags>all=-N -l</GcFlags>
              <Env>GOAMD64=v2;UNUSED=x%3By</Env>
            </GoSidecar>
            """
        );

        var log = await solution.DotNetAsync("build", "App", "-v:d");
        Assert.Equal("a b;c;d%e'f true", Solution.Run(solution["App", "bin", "Debug", "net10.0", "sub dir", "my agent"]));
        Assert.Contains("-trimpath", log, StringComparison.Ordinal);
        Assert.Contains("-buildvcs=false", log, StringComparison.Ordinal);
        Assert.Contains("-gcflags=all=-N -l", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_Go_runs_in_restore_and_design_time_builds_or_when_switched_off()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        // Whoever looked for Go would fail.
        solution.WriteApp(properties: "<GoToolchainRoot>/nowhere</GoToolchainRoot>");

        await solution.DotNetAsync("restore", "App");
        await solution.DotNetAsync(
            "msbuild",
            "App",
            "-t:ResolveReferences;CoreCompile;BuildGoSidecars",
            "-p:DesignTimeBuild=true;SkipCompilerExecution=true;ProvideCommandLineArgs=true"
        );
        Assert.Empty(solution.InIntermediate("*"));

        await solution.DotNetAsync("build", "App", "-p:GoBuildEnabled=false");
        Assert.False(File.Exists(solution["App", "bin", "Debug", "net10.0", "agent" + s_exe]));
    }

    [Fact]
    public async Task An_app_can_say_which_Go_built_its_sidecar()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(properties: "<GoEmbedToolchainInfo>true</GoEmbedToolchainInfo>");
        solution.Write(
            "App/Program.cs",
            """
            using System.Reflection;
            foreach (var a in Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>())
                System.Console.WriteLine($"{a.Key}={a.Value}");
            """
        );

        await solution.DotNetAsync("build", "App");
        var said = Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + s_exe]);
        Assert.Contains("GoSidecar.agent.GoVersion=" + feed.Go.Version, said, StringComparison.Ordinal);
        Assert.Contains("GoSidecar.agent.GoRoot=" + feed.Go.Root, said, StringComparison.Ordinal);
        Assert.Contains("GoSidecar.agent.GoOrigin=", said, StringComparison.Ordinal);
    }
}
