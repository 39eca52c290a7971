using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>Our packages as they were built with these tests, in a directory that serves as a package feed.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly ScratchDirectory _directory = new("feed");

    /// <summary>A configuration for projects that take our packages from here and all others from where this machine takes them.</summary>
    public string NuGetConfig { get; private set; } = "";

    /// <summary>Where our packages are unpacked: not in the user's folder, which would keep them for the next build of the same version.</summary>
    public string Packages => _directory["packages"];

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["Core", "Testing", "Testing.NUnit", "Testing.Xunit", "Testing.XunitV3"])
        {
            var file = RepositoryRoot.File("src", $"GoToolchain.{project}", $"GoToolchain.{project}.csproj");
            var pack = await DotNetCommand.RunAsync(
                Path.GetDirectoryName(file)!,
                ["pack", file, "--no-build", "--configuration", RepositoryRoot.Configuration, "--output", _directory["feed"]],
                cancel: TestContext.Current.CancellationToken
            );
            Assert.True(pack.ExitCode == 0, pack.Output);
        }

        NuGetConfig = $"""
            <configuration>
              <packageSources>
                <add key="ours" value="{_directory["feed"]}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{UserPackages}" />
              </fallbackPackageFolders>
            </configuration>
            """;
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
