using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace GoToolchain.MSBuild.Tests;

/// <summary>The package as it would be published, packed once per run under a version of its own, and the Go that all tests share.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The folder with the package and nothing else.</summary>
    public string Directory { get; } = Path.Combine(RepositoryRoot.File("artifacts"), "test-feeds", Path.GetRandomFileName());

    /// <summary>A version that no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

    /// <summary>Where NuGet unpacks for the generated projects: not the user's cache.</summary>
    public string PackagesCache => Path.Combine(Directory, "cache");

    /// <summary>The oldest Go that everything has to work with.</summary>
    public GoInstallation Go { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(RepositoryRoot.File(), "src", "GoToolchain.MSBuild", "GoToolchain.MSBuild.csproj");
        // What was built for this very test run is packed; nothing is built here, where other test projects may be building too.
        var pack = await DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            [
                "pack",
                project,
                "--no-build",
                "--configuration",
                RepositoryRoot.Configuration,
                "--output",
                Directory,
                $"-p:PackageVersion={Version}",
            ]
        );
        Assert.True(pack.ExitCode == 0, pack.Output);
        Go = await TestGo.EnsureAsync("1.19");
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        return ValueTask.CompletedTask;
    }
}
