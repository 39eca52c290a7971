using System.Text.Json;
using GoToolchain.Inspection;
using GoToolchain.Sources.Feeds;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources.NuGet;

/// <summary>Toolchain packages on a NuGet feed, made by <c>gotoolchain pack</c>: for who reaches nothing but the package feed of the company.</summary>
/// <param name="name">The name of the source: <c>nuget</c>, or <c>nuget:</c> and a feed.</param>
/// <param name="client">NuGet.</param>
/// <param name="isLocal">The feed is a directory.</param>
internal sealed class NuGetSource(string name, NuGetClient client, bool isLocal) : IArchiveSource, IExactSource
{
    private const int LargestDescription = 64 << 10;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool NeedsNetwork => !isLocal;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel)
    {
        var id = PackageName.IdOf(platform);
        var versions = await client.SearchAsync(id, cancel).ConfigureAwait(false);
        return [.. versions.Select(PackageName.ToVersion).OfType<GoVersion>().Distinct().Select(v => Release(v, platform))];
    }

    /// <summary>Some feeds cannot be searched: then the package is asked for by its name.</summary>
    public Task<GoRelease?> FindAsync(GoVersion version, GoPlatform platform, CancellationToken cancel) =>
        Task.FromResult(PackageName.VersionOf(version) is null ? null : Release(version, platform));

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        var id = PackageName.IdOf(release.Platform);
        var version =
            PackageName.VersionOf(release.Version)
            ?? throw new GoToolchainException(GoErrorCodes.SourceUnavailable, $"There are no packages for Go {release.Version}.");
        var work = Directory.CreateDirectory(Path.Combine(context.StagingDirectory, "restore")).FullName;
        context.Progress.Report(new GoProgress(GoProgressPhase.Downloading, release.ToolchainName, $"{id} {version}"));
        var directory = Path.Combine(
            await client.RestoreAsync(id, version, work, cancel).ConfigureAwait(false),
            ToolchainPackageJson.Directory
        );
        Directory.Delete(work, recursive: true);
        var about = Describe(directory, release, out var digest);
        if (release.PinnedBy is not null && digest != release.Digest)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                about.IsReleased
                    ? "Its package holds another archive than the one that is locked."
                    : "Its package was made from an installed tree, and the lock file pins the archive of the release.",
                directory,
                "Make the package on a machine that still has the archive in `downloads/`: `gotoolchain install --force`, then `gotoolchain pack`."
            );
        }

        var file = Path.Combine(directory, about.Archive);
        var expected = new ArchiveExpectation(about.Archive, file, about.Size, digest);
        var archive = await ArchiveFile.ReceiveAsync(file, expected, context, cancel).ConfigureAwait(false);
        return new GoDelivery(
            archive.Root,
            GoTrust.FeedChecksum,
            $"{id} {version}",
            $"the package on the NuGet feed ({name}), packed as {JsonNamingPolicy.KebabCaseLower.ConvertName(about.PackedWithTrust.ToString())}",
            about.IsReleased ? archive.Digest : null,
            archive.Manifest
        );
    }

    private GoRelease Release(GoVersion version, GoPlatform platform) =>
        new(version, platform, name, $"{PackageName.IdOf(platform)}.{PackageName.VersionOf(version)}.nupkg");

    private static ToolchainPackageJson Describe(string directory, GoRelease release, out Sha256Digest digest)
    {
        var file = Path.Combine(directory, ToolchainPackageJson.FileName);
        try
        {
            var about = FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 and <= LargestDescription }
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file), ToolchainPackageContext.Default.ToolchainPackageJson)
                : null;
            if (
                about is { SchemaVersion: 1 }
                && about.Toolchain == release.ToolchainName
                && about.Archive == Path.GetFileName(about.Archive)
                && Sha256Digest.TryParse(about.Sha256, out digest)
            )
            {
                return about;
            }
        }
        catch (JsonException)
        {
            // It is said below.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(GoErrorCodes.SourceUnavailable, $"Its package cannot be read: {e.Message}", file, inner: e);
        }

        throw new GoToolchainException(
            GoErrorCodes.SourceMalformed,
            $"Its package does not say that it holds {release.ToolchainName}, so `gotoolchain pack` has not made it.",
            file,
            "Look at who has pushed that package."
        );
    }
}
