namespace GoToolchain.MSBuild.Tests;

public sealed class PackSpecs(PackageFeed feed)
{
    private static readonly string s_rid = GoPlatform.Host.RuntimeIdentifier!;
    private static readonly string s_exe = GoPlatform.Host.ExecutableSuffix;

    [Fact]
    public async Task A_package_brings_its_Go_files_to_programs_on_a_machine_without_Go()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        WriteLibrary(
            solution,
            """
            <GoSidecar Include="../agent" Link="tools/agent" RuntimeIdentifiers="linux-x64;linux-arm64;win-x64" />
            <GoSidecar Include="../agent" OutputName="private" Pack="false" />
            """,
            "<IncludeSymbols>true</IncludeSymbols><SymbolPackageFormat>snupkg</SymbolPackageFormat>",
            "net10.0;net8.0"
        );

        await solution.DotNetAsync("pack", "Library", $"-p:PackageOutputPath={solution["feed"]}", "-m:2");
        using (var package = new Package(solution["feed", "My.Library.1.0.0.nupkg"]))
        {
            Assert.Equal(
                [
                    "build/My.Library.targets",
                    "buildTransitive/My.Library.targets",
                    "lib/net10.0/My.Library.dll",
                    "lib/net8.0/My.Library.dll",
                    "tools/go/linux-arm64/agent",
                    "tools/go/linux-x64/agent",
                    "tools/go/win-x64/agent.exe",
                ],
                package.Files
            );
            Assert.Equal("linux/arm64", package.Platform("tools/go/linux-arm64/agent"));
            Assert.Equal("linux/amd64", package.Platform("tools/go/linux-x64/agent"));
            Assert.Equal("windows/amd64", package.Platform("tools/go/win-x64/agent.exe"));
        }

        using (var symbols = new Package(solution["feed", "My.Library.1.0.0.snupkg"]))
        {
            Assert.Equal(["lib/net10.0/My.Library.pdb", "lib/net8.0/My.Library.pdb"], symbols.Files);
        }

        WriteConsumer(solution);
        HideGo(solution);
        await solution.DotNetAsync("build", "App");
        var built = solution["App", "bin", "Debug", "net10.0", "tools", "agent" + s_exe];
        Assert.Equal("first", Solution.Run(built));
        AssertMode(built);
        // The library between them has no use for it, and would bring it a second time.
        Assert.False(Directory.Exists(solution["Between", "bin", "Debug", "net10.0", "tools"]));

        await solution.DotNetAsync("publish", "App", "-r", "linux-arm64", "--self-contained", "false", "-o", solution["arm"]);
        Assert.Equal("linux/arm64", GoBinaryFile.Inspect(solution["arm", "tools", "agent"]).Platform?.ToString());
        AssertMode(solution["arm", "tools", "agent"]);

        var warned = await solution.DotNetAsync("build", "App", "-r", "osx-arm64", "--self-contained", "false");
        Assert.Contains("warning GOTC5005: The package My.Library 1.0.0 has no `agent` for osx-arm64", warned, StringComparison.Ordinal);

        await solution.DotNetAsync("clean", "App");
        Assert.False(File.Exists(built));
        Assert.False(File.Exists(solution["App", "obj", "Debug", "net10.0", "go", "My.Library", "1.0.0", s_rid, "agent"]));
    }

    [Fact]
    public async Task A_shared_library_is_packed_where_NuGet_looks_for_it_and_found_by_a_program_without_Go()
    {
        using var solution = new Solution(feed);
        solution.Write("calc/go.mod", "module example.com/calc\n\ngo 1.19\n");
        solution.Write(
            "calc/main.go",
            "package main\n\nimport \"C\"\n\n//export Add\nfunc Add(a, b C.int) C.int { return a + b }\n\nfunc main() {}\n"
        );
        WriteLibrary(
            solution,
            """<GoSharedLibrary Include="../calc" />""",
            $"<RuntimeIdentifiers>{s_rid}</RuntimeIdentifiers><GeneratePackageOnBuild>true</GeneratePackageOnBuild><PackageOutputPath>../feed</PackageOutputPath>"
        );
        solution.Write(
            "Library/Class.cs",
            """
            using System.Runtime.InteropServices;
            public static class Between { [DllImport("calc")] private static extern int Add(int a, int b); public static string Say() => Add(40, 2).ToString(); }
            """
        );

        await solution.DotNetAsync("build", "Library");
        var file = Path.GetFileName(Directory.GetFiles(solution["Library", "bin", "Debug", "net10.0"], "*calc*").Single());
        using (var package = new Package(solution["feed", "My.Library.1.0.0.nupkg"]))
        {
            Assert.Equal(["lib/net10.0/My.Library.dll", $"runtimes/{s_rid}/native/{file}"], package.Files);
        }

        WriteConsumer(solution, between: false);
        solution.Write("App/Program.cs", "System.Console.WriteLine(Between.Say());");
        HideGo(solution);
        await solution.DotNetAsync("publish", "App", "-o", solution["out"]);
        Assert.Equal("42", Solution.Run(solution["out", "App" + s_exe]));
    }

    [Fact]
    public async Task What_cannot_be_packed_well_is_said()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        WriteLibrary(solution, """<GoSidecar Include="../agent" />""");

        // Only this machine.
        var log = await solution.DotNetAsync("pack", "Library", "-o", solution["feed"]);
        Assert.Contains($"warning GOTC5002: The package holds `agent` for {s_rid} alone", log, StringComparison.Ordinal);

        // Not there, and nothing is to be built.
        WriteLibrary(solution, """<GoSidecar Include="../agent" RuntimeIdentifiers="win-x64;linux-arm64" />""");
        var failed = await solution.TryDotNetAsync("pack", "Library", "-o", solution["feed"], "--no-build");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("error GOTC5001: The package needs GoSidecar `agent` for win-x64", failed.Output, StringComparison.Ordinal);
        await solution.DotNetAsync("build", "Library", "-c", "Release", "-t:BuildGoForPack");
        log = await solution.DotNetAsync("pack", "Library", "-o", solution["feed"], "--no-build");
        Assert.DoesNotContain("GOTC", log, StringComparison.Ordinal);

        // Targets of its own, which have to import ours.
        solution.Write("Library/own.targets", "<Project />");
        WriteLibrary(
            solution,
            """
            <GoSidecar Include="../agent" RuntimeIdentifiers="linux-x64" PackagePath="{rid}/bin" />
            <None Include="own.targets" Pack="true" PackagePath="build/My.Library.targets;buildTransitive/My.Library.targets" />
            """
        );
        log = await solution.DotNetAsync("pack", "Library", "-o", solution["feed"]);
        Assert.Contains(
            """warning GOTC5004: The package has My.Library.targets of its own, so its sidecars reach nobody until that file imports theirs: <Import Project="$(MSBuildThisFileDirectory)My.Library.Go.targets" />""",
            log,
            StringComparison.Ordinal
        );
        using (var package = new Package(solution["feed", "My.Library.1.0.0.nupkg"]))
        {
            Assert.Equal("<Project />", package.Text("build/My.Library.targets"));
            Assert.Contains("../linux-x64/bin/agent", package.Text("buildTransitive/My.Library.Go.targets"), StringComparison.Ordinal);
            Assert.Contains("linux-x64/bin/agent", package.Files);
        }

        solution.Write(
            "Library/own.targets",
            """<Project><Import Project="$(MSBuildThisFileDirectory)My.Library.Go.targets" /></Project>"""
        );
        Assert.DoesNotContain("GOTC", await solution.DotNetAsync("pack", "Library", "-o", solution["feed"]), StringComparison.Ordinal);

        // One place for two files.
        WriteLibrary(
            solution,
            """<GoSidecar Include="../agent" RuntimeIdentifiers="linux-x64" LdFlags="-X main.word=$(TargetFramework)" />""",
            frameworks: "net10.0;net8.0"
        );
        failed = await solution.TryDotNetAsync("pack", "Library", "-o", solution["feed"]);
        Assert.Contains("error GOTC5006: ", failed.Output, StringComparison.Ordinal);
        Assert.Contains("would be `tools/go/linux-x64/agent` in the package", failed.Output, StringComparison.Ordinal);

        await solution.DotNetAsync("clean", "Library", "-c", "Release");
        Assert.False(Directory.Exists(solution["Library", "obj", "go", "Release"]));
    }

    [Fact]
    public async Task A_tool_has_a_package_for_each_platform_with_its_own_sidecar()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        const string properties = """
            <PackAsTool>true</PackAsTool>
            <UseAppHost>false</UseAppHost>
            <SelfContained>false</SelfContained>
            <PublishSelfContained>false</PublishSelfContained>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            """;
        solution.WriteApp(properties: properties);
        var log = await solution.DotNetAsync("pack", "App", "-o", solution["any"]);
        Assert.Contains("warning GOTC5002: The tool is packed for every platform", log, StringComparison.Ordinal);

        solution.WriteApp(properties: properties + "<RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>");
        log = await solution.DotNetAsync("pack", "App", "-o", solution["each"]);
        Assert.DoesNotContain("GOTC", log, StringComparison.Ordinal);
        using var arm = new Package(solution["each", "App.linux-arm64.1.0.0.nupkg"]);
        Assert.Equal("linux/arm64", arm.Platform("tools/net10.0/linux-arm64/agent"));
        using var amd = new Package(solution["each", "App.linux-x64.1.0.0.nupkg"]);
        Assert.Equal("linux/amd64", amd.Platform("tools/net10.0/linux-x64/agent"));
    }

    private static void WriteLibrary(Solution solution, string items, string properties = "", string frameworks = "net10.0")
    {
        solution.Write(
            "Library/Library.csproj",
            solution.Project(items, $"<PackageId>My.Library</PackageId><AssemblyName>My.Library</AssemblyName>{properties}", frameworks)
        );
        solution.Write("Library/Class.cs", "public class Between;");
    }

    private static void WriteConsumer(Solution solution, bool between = true)
    {
        const string package = """<PackageReference Include="My.Library" Version="1.0.0" />""";
        string Project(string item, string properties = "") =>
            $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <RestoreAdditionalProjectSources>{solution["feed"]}</RestoreAdditionalProjectSources>
                    <NuGetAudit>false</NuGetAudit>
                    {properties}
                  </PropertyGroup>
                  <ItemGroup>{item}</ItemGroup>
                </Project>
                """;
        if (between)
        {
            solution.Write("Between/Between.csproj", Project(package));
            solution.Write("Between/Class.cs", "public class Middle : Between;");
        }

        solution.Write(
            "App/App.csproj",
            Project(
                between ? """<ProjectReference Include="../Between/Between.csproj" />""" : package,
                $"<OutputType>Exe</OutputType><UseAppHost>{(between ? "false" : "true")}</UseAppHost>"
            )
        );
        solution.Write("App/Program.cs", "System.Console.WriteLine();");
    }

    /// <summary>No Go on PATH, none of ours, and none may be brought.</summary>
    private static void HideGo(Solution solution)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        solution.Variables["PATH"] = string.Join(Path.PathSeparator, path.Where(d => !File.Exists(Path.Combine(d, "go" + s_exe))));
        solution.Variables["GOTC_PREFERENCE"] = "only-managed";
        solution.Variables["GOTC_STORE"] = solution["empty-store"];
        solution.Variables["GOTC_OFFLINE"] = "true";
        solution.Variables["NUGET_PACKAGES"] = solution["consumer-cache"];
        Directory.Delete(solution["Library"], recursive: true);
    }

    private static void AssertMode(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute,
                File.GetUnixFileMode(file)
            );
        }
    }
}
