using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Inputs;

/// <summary>The tool, portable and native, and a hello world of .NET.</summary>
internal sealed class StartPrograms : IDisposable
{
    private readonly WorkDirectory _work = new();

    /// <summary>What starts the portable tool.</summary>
    public IReadOnlyList<string> Portable { get; private set; } = [];

    /// <summary>The native tool; null when it was not asked for.</summary>
    public string? Native { get; private set; }

    /// <summary>What starts the hello world.</summary>
    public IReadOnlyList<string> HelloWorld { get; private set; } = [];

    public static async Task<StartPrograms> CreateAsync(bool withNative)
    {
        var programs = new StartPrograms();
        var directory = programs._work.Next("hello");
        await File.WriteAllTextAsync(
            Path.Combine(directory, "hello.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""
        );
        await File.WriteAllTextAsync(Path.Combine(directory, "Program.cs"), "System.Console.WriteLine(\"hello\");");
        await DotNetAsync("build", directory, "-c", "Release", "-o", Path.Combine(directory, "out"));
        programs.HelloWorld = ["dotnet", Path.Combine(directory, "out", "hello.dll")];

        var tool = RepositoryRoot.File("src", "GoToolchain.Tool");
        var portable = programs._work.Next("portable");
        await DotNetAsync("publish", tool, "-c", OwnBuild.Configuration, "-o", portable);
        programs.Portable = ["dotnet", Path.Combine(portable, "gotoolchain.dll")];
        if (withNative)
        {
            var platform = GoPlatform.Host.RuntimeIdentifier!;
            var native = programs._work.Next("native");
            await DotNetAsync("publish", tool, "-c", "Release", "-r", platform, $"-p:NativeToolPlatforms={platform}", "-o", native);
            programs.Native = Path.Combine(native, "gotoolchain" + GoPlatform.Host.ExecutableSuffix);
        }

        return programs;
    }

    public void Dispose() => _work.Dispose();

    private static async Task DotNetAsync(params string[] arguments)
    {
        var run = await DotNetCommand.RunAsync(RepositoryRoot.File(), arguments);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {run.Output}");
        }
    }
}
