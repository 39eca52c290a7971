using System.Diagnostics;
using System.Security;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>A throw-away directory outside the repository with projects that use the packed package, as a user would.</summary>
internal sealed class Solution : IDisposable
{
    private readonly PackageFeed _feed;
    private readonly ScratchDirectory _directory;

    /// <param name="feed">The package.</param>
    /// <param name="name">Put into the name of its directory.</param>
    /// <param name="usesMachineSources">It needs packages that restoring this repository does not bring, from where this machine takes them.</param>
    public Solution(PackageFeed feed, string name = "gotc-solution", bool usesMachineSources = false)
    {
        _feed = feed;
        _directory = new ScratchDirectory(name);
        // Else only the folder with the package, and what restoring this repository has already brought (targeting packs).
        var restored =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write(
            "NuGet.config",
            $"""
            <configuration>
              <packageSources>
                {(usesMachineSources ? "" : "<clear />")}
                <add key="package" value="{SecurityElement.Escape(feed.Directory)}" />
                <add key="restored" value="{SecurityElement.Escape(restored)}" />
              </packageSources>
              <auditSources><clear /></auditSources>
            </configuration>
            """
        );
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    /// <summary>What is set for every run of <c>dotnet</c> in here.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string this[params IEnumerable<string> parts] => Path.Combine([_directory.Root, .. parts]);

    public string Write(string path, string content)
    {
        var file = _directory[path];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>Writes a .NET program <c>App</c> with a sidecar <c>agent</c> beside it.</summary>
    /// <param name="sidecar">The items.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="frameworks">Target frameworks.</param>
    /// <param name="more">More of the project file.</param>
    public void WriteApp(
        string sidecar = """<GoSidecar Include="../agent" />""",
        string properties = "",
        string frameworks = "net10.0",
        string more = ""
    )
    {
        Write("App/App.csproj", Project(sidecar, $"<OutputType>Exe</OutputType>{properties}", frameworks, more));
        Write("App/Program.cs", """System.Console.WriteLine("app");""");
    }

    /// <summary>A Go main package that prints a word. It imports nothing, so that it builds quickly even with an empty cache.</summary>
    /// <returns>The file with the word.</returns>
    public string WriteAgent(string says = "first", string directory = "agent")
    {
        Write($"{directory}/go.mod", "module example.com/agent\n\ngo 1.19\n");
        return Write($"{directory}/main.go", $"package main\n\nvar word = \"{says}\"\n\nfunc main() {{\n\tprintln(word)\n}}\n");
    }

    public string Project(string items, string properties = "", string frameworks = "net10.0", string more = "")
    {
        var plural = frameworks.Contains(';', StringComparison.Ordinal) ? "s" : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework{plural}>{frameworks}</TargetFramework{plural}>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                <NuGetAudit>false</NuGetAudit>
                <GoToolchainRoot>{SecurityElement.Escape(_feed.Go.Root)}</GoToolchainRoot>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GoToolchain.MSBuild" Version="{_feed.Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
              {more}
            </Project>
            """;
    }

    /// <summary>What was built in <c>obj</c> of the project <c>App</c>: paths of files with this name.</summary>
    public string[] InIntermediate(string file) => In("App", file);

    /// <summary>The same in another project.</summary>
    public string[] In(string project, string file) =>
        Directory.Exists(this[project, "obj", "go"])
            ? Directory.GetFiles(this[project, "obj", "go"], file, SearchOption.AllDirectories)
            : [];

    /// <summary>Runs <c>dotnet</c> and expects it to succeed.</summary>
    public async Task<string> DotNetAsync(params string[] arguments)
    {
        var run = await TryDotNetAsync(arguments);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}");
        return run.Output;
    }

    public Task<DotNetRun> TryDotNetAsync(params string[] arguments) => TryDotNetAsync(arguments, default);

    /// <param name="arguments">Those of <c>dotnet</c>.</param>
    /// <param name="interrupt">Sends it SIGINT, as a terminal does.</param>
    public Task<DotNetRun> TryDotNetAsync(IReadOnlyList<string> arguments, CancellationToken interrupt)
    {
        // The developer's own settings for Go and for us stay outside.
        var variables = Environment
            .GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(n => n.StartsWith("GO", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(n => n, _ => (string?)null);
        variables["NUGET_PACKAGES"] = _feed.PackagesCache;
        variables["GOENV"] = "off";
        variables["GOPROXY"] = "off";
        variables["GOCACHE"] = TestGo.Host.GetVariable("GOCACHE");
        variables["GOPATH"] = TestGo.Host.GetVariable("GOPATH");
        // The terminal logger is for terminals; the language of messages is the test's.
        variables["MSBUILDTERMINALLOGGER"] = "off";
        variables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in Variables)
        {
            variables[name] = value;
        }

        return DotNetCommand.RunAsync(_directory.Root, arguments, variables, TestContext.Current.CancellationToken, interrupt);
    }

    /// <summary>Runs a program that was built, and returns what it says.</summary>
    public static string Run(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var text = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {text}");
        return text.Trim();
    }

    public void Dispose() => _directory.Dispose();
}
