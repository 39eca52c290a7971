using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests.Packages;

/// <summary>All packages, built and packed from scratch in a directory of their own, as a release would be.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("packages-").FullName;

    public IReadOnlyList<Package> Packages { get; private set; } = [];

    public async ValueTask InitializeAsync() => Packages = await PackAsync("first");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    public Package Named(string id) => Assert.Single(Packages, package => package.Id == id);

    /// <summary>Builds everything anew, in the same place: paths are part of what a compiler sees.</summary>
    public Task<IReadOnlyList<Package>> PackAgainAsync() => PackAsync("second");

    private async Task<IReadOnlyList<Package>> PackAsync(string feed)
    {
        var artifacts = Path.Combine(_directory, "artifacts");
        if (Directory.Exists(artifacts))
        {
            Directory.Delete(artifacts, recursive: true);
        }

        var output = Path.Combine(_directory, feed);
        // The build before these tests has run the analysers; they take most of the time and have no part in what comes out.
        var pack = await DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            [
                "pack",
                "eng/Packages.proj",
                "--artifacts-path",
                artifacts,
                "--output",
                output,
                "-p:ContinuousIntegrationBuild=true",
                "-p:RunAnalyzers=false",
            ],
            cancel: TestContext.Current.CancellationToken
        );
        Assert.True(pack.ExitCode == 0, pack.Output);
        return [.. Directory.EnumerateFiles(output, "*.nupkg").Order(StringComparer.Ordinal).Select(Package.Read)];
    }
}
