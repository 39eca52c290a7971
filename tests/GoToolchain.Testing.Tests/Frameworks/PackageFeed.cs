using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>Our packages as they were built with these tests, in a directory that serves as a package feed. Made once, when it is needed.</summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly string[] s_projects =
    [
        "Core",
        "Testing",
        "Testing.MSTest",
        "Testing.NUnit",
        "Testing.TUnit",
        "Testing.Xunit",
        "Testing.XunitV3",
    ];

    private readonly ScratchDirectory _directory = new("feed");
    private readonly Lazy<Task> _packed;

    public PackageFeed() => _packed = new(PackAsync);

    /// <summary>Where our packages are unpacked: not in the user's folder, which would keep them for the next build of the same version.</summary>
    public string Packages => _directory["packages"];

    /// <summary>Packs, and writes the configuration of projects that take our packages from here and all others from where this machine takes them.</summary>
    /// <param name="directory">The projects are in there.</param>
    public async Task ConfigureAsync(string directory)
    {
        await _packed.Value;
        await File.WriteAllTextAsync(
            Path.Combine(directory, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="ours" value="{_directory["feed"]}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{UserPackages}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
    }

    public void Dispose() => _directory.Dispose();

    private async Task PackAsync()
    {
        var list = _directory.CreateFile(
            "Feed.proj",
            $"""
            <Project>
              <ItemGroup>
                {string.Join("\n    ", s_projects.Select(Item))}
              </ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Package)" Targets="Pack"
                  Properties="NoBuild=true;Configuration={RepositoryRoot.Configuration};PackageOutputPath={_directory["feed"]}" />
              </Target>
            </Project>
            """
        );
        var pack = await DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            ["msbuild", list, "-target:Pack"],
            cancel: TestContext.Current.CancellationToken
        );
        Assert.True(pack.ExitCode == 0, pack.Output);
    }

    private static string Item(string project) =>
        $"<Package Include=\"{RepositoryRoot.File("src", $"GoToolchain.{project}", $"GoToolchain.{project}.csproj")}\" />";

    private static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
