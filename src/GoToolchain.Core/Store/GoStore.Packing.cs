using System.Security.Cryptography;
using GoToolchain.Sources;
using GoToolchain.Sources.NuGet;
using GoToolchain.Store.Packages;
using GoToolchain.Verification;

namespace GoToolchain.Store;

internal sealed partial class GoStore
{
    /// <summary>Makes a NuGet package of a toolchain of the store.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="directory">Where to put the package: absolute.</param>
    /// <param name="progress">Where to report a wait.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotPack"/>.</exception>
    public async Task<GoToolchainPackage> PackAsync(
        GoVersion version,
        GoPlatform platform,
        string directory,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    )
    {
        var name = $"{version.ToolchainName}.{platform.ToFileName()}";
        using var held = await LockAsync(name, progress, cancel).ConfigureAwait(false);
        _sweeper.Sweep(name);
        var (receipt, manifest) = (Receipt.Read(layout.Receipt(name)), Manifest.Read(layout.Manifest(name)));
        if (receipt is null || manifest is null || !Directory.Exists(layout.Toolchain(name)))
        {
            throw new GoToolchainException(
                GoErrorCodes.CannotPack,
                "Its receipt or its manifest is missing, so nothing says what its files should be.",
                layout.Toolchain(name),
                "Install it anew with `gotoolchain install --force`."
            );
        }

        var staging = layout.NewStaging(name);
        try
        {
            Directory.CreateDirectory(staging);
            var tree = new PackedTree(name, version, platform, layout.Toolchain(name), receipt, manifest);
            return await PackAsync(tree, directory, staging, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Directory);
        }
        finally
        {
            _sweeper.Delete(staging);
        }
    }

    /// <summary>Makes a NuGet package of a release, for any platform, and installs nothing.</summary>
    /// <param name="source">Who serves it.</param>
    /// <param name="release">What it offered.</param>
    /// <param name="directory">Where to put the package: absolute.</param>
    /// <param name="progress">Where to report.</param>
    /// <param name="cancel">Ends the work; nothing but resumable downloads stays behind.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotPack"/>, or any <c>GOTC2xxx</c>.</exception>
    public async Task<GoToolchainPackage> PackAsync(
        IGoSource source,
        GoRelease release,
        string directory,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    )
    {
        var name = release.ToolchainName;
        StoreVersion.RequireWritable(layout);
        using var held = await LockAsync(name, progress, cancel).ConfigureAwait(false);
        var staging = layout.NewStaging(name);
        try
        {
            _sweeper.Sweep(name);
            StoreVersion.Upgrade(layout, name);
            Directory.CreateDirectory(staging);
            var (delivery, manifest) = await ObtainAsync(source, release, staging, lean: false, progress, cancel).ConfigureAwait(false);
            var receipt = ReceiptOf(release, delivery, manifest, lean: false);
            var tree = new PackedTree(name, release.Version, release.Platform, delivery.Root, receipt, manifest);
            return await PackAsync(tree, directory, staging, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Directory);
        }
        finally
        {
            _sweeper.Delete(staging);
        }
    }

    private async Task<GoToolchainPackage> PackAsync(PackedTree tree, string directory, string staging, CancellationToken cancel)
    {
        var (archive, digest, isReleased) = await ArchiveOfAsync(tree, staging, cancel).ConfigureAwait(false);
        var about = new ToolchainPackageJson
        {
            Toolchain = tree.Name,
            Archive = Path.GetFileName(archive),
            Size = new FileInfo(archive).Length,
            Sha256 = digest.ToString(),
            IsReleased = isReleased,
            PackedWithTrust = tree.Receipt.Trust,
        };
        return Write(tree.Version, tree.Platform, about, archive, tree.Manifest, directory, staging, cancel);
    }

    private sealed record PackedTree(string Name, GoVersion Version, GoPlatform Platform, string Root, Receipt Receipt, Manifest Manifest);

    // The archive of the release where it is still there, so that whoever has its digest from elsewhere can check it; else one of the tree.
    private async Task<(string File, Sha256Digest Digest, bool IsReleased)> ArchiveOfAsync(
        PackedTree tree,
        string staging,
        CancellationToken cancel
    )
    {
        var (receipt, platform) = (tree.Receipt, tree.Platform);
        string[] places =
        [
            receipt.From,
            Path.Combine(layout.Downloads, $"{tree.Name}.{platform.ArchiveExtension}"),
            .. Kept(receipt, platform),
        ];
        foreach (var file in places.Where(f => !receipt.IsLean && Path.IsPathFullyQualified(f) && File.Exists(f)))
        {
            var stream = File.OpenRead(file);
            await using (stream.ConfigureAwait(false))
            {
                var digest = new Sha256Digest(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false));
                if (digest.ToString() == receipt.ArchiveSha256)
                {
                    return (file, digest, true);
                }
            }
        }

        var made = Path.Combine(staging, tree.Name + ".tar.gz");
        return (made, await TreeArchive.WriteAsync(tree.Root, tree.Manifest, made, cancel).ConfigureAwait(false), false);
    }

    private IEnumerable<string> Kept(Receipt receipt, GoPlatform platform) =>
        GoVersion.TryParse(receipt.Version, out var version)
            ? [Path.Combine(layout.Downloads, Sources.Feeds.FeedIndex.FileName(version, platform))]
            : [];

    private static GoToolchainPackage Write(
        GoVersion version,
        GoPlatform platform,
        ToolchainPackageJson about,
        string archive,
        Manifest manifest,
        string directory,
        string staging,
        CancellationToken cancel
    )
    {
        var nuget =
            PackageName.VersionOf(version)
            ?? throw new GoToolchainException(
                GoErrorCodes.CannotPack,
                $"Go {version} is a development version or one of a vendor, and NuGet could not order it.",
                nextStep: "Pack a release."
            );
        var draft = Path.Combine(staging, $"{PackageName.IdOf(platform)}.{nuget}.nupkg");
        ToolchainPackage.Write(draft, about, platform, nuget, archive, manifest.ToBytes(), cancel);
        var size = new FileInfo(draft).Length;
        if (size > ToolchainPackage.LargestPackage)
        {
            throw new GoToolchainException(
                GoErrorCodes.CannotPack,
                $"The package would have {size / 1e6:0} MB, and feeds accept {ToolchainPackage.LargestPackage / 1e6:0} MB at most.",
                directory,
                "Pack a lean one: `gotoolchain install --lean --force`, then `gotoolchain pack`."
            );
        }

        var file = Path.Combine(directory, Path.GetFileName(draft));
        try
        {
            Directory.CreateDirectory(directory);
            File.Copy(draft, file + ".draft", overwrite: true);
            File.Move(file + ".draft", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.OutputNotWritable,
                $"The package cannot be written: {e.Message.TrimEnd('.')}.",
                file,
                "Choose another directory with --output.",
                e
            );
        }

        return new GoToolchainPackage(file, PackageName.IdOf(platform), nuget, size, about.IsReleased);
    }
}
