using GoToolchain.Inspection;
using GoToolchain.Sources;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Store;

/// <summary>
/// Our directory of toolchains. A name under <c>toolchains/</c> is a complete, verified tree or is not there: a tree is made in <c>staging/</c>
/// on the same volume and gets its name by one rename. All changes to one toolchain are made under its lock, so that whatever its
/// holder finds in <c>staging/</c> under that name was left by a process that no longer lives.
/// </summary>
internal sealed partial class GoStore(StoreLayout layout, HostMachine host, TimeSpan lockTimeout, ILogger logger, GoTrust requireTrust)
{
    private readonly StoreSweeper _sweeper = new(layout, host, logger);

    /// <summary>The fixed places inside.</summary>
    public StoreLayout Layout => layout;

    /// <summary>A complete toolchain with a receipt is there, and trusted as far as is required.</summary>
    /// <param name="name">For example <c>go1.24.4.linux-amd64</c>.</param>
    public bool Has(string name) =>
        Directory.Exists(layout.Toolchain(name))
        && File.Exists(layout.Receipt(name))
        && (requireTrust == GoTrust.Unverified || Receipt.Read(layout.Receipt(name))?.Trust >= requireTrust);

    /// <summary>Installs a release, unless it is there or appears while its lock is awaited.</summary>
    /// <param name="source">Who serves it.</param>
    /// <param name="release">What it offered.</param>
    /// <param name="force">Install even when it is there; the old tree stays in its place until the new one is complete.</param>
    /// <param name="lean">Without what no build needs. What is there already stays as it is, unless it is forced.</param>
    /// <param name="progress">Where to report.</param>
    /// <param name="cancel">Ends the work; nothing but resumable downloads stays behind.</param>
    /// <returns>True when this call installed it.</returns>
    /// <exception cref="GoToolchainException">Any <c>GOTC2xxx</c>.</exception>
    public async Task<bool> InstallAsync(
        IGoSource source,
        GoRelease release,
        bool force,
        bool lean,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    )
    {
        var name = release.ToolchainName;
        if (!force && Has(release))
        {
            return false;
        }

        StoreVersion.RequireWritable(layout);
        using var held = await LockAsync(name, progress, cancel).ConfigureAwait(false);
        var staging = layout.NewStaging(name);
        try
        {
            _sweeper.Sweep(name);
            if (!force && Has(release))
            {
                return false;
            }

            StoreVersion.Upgrade(layout, name);
            Directory.CreateDirectory(staging);
            var (delivery, manifest) = await ObtainAsync(source, release, staging, lean, progress, cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            Publish(name, delivery, manifest, ReceiptOf(release, delivery, manifest, lean), staging);
            progress.Report(new GoProgress(GoProgressPhase.Installed, Files: manifest.Entries.Count, Bytes: manifest.Bytes));
            LogInstalled(logger, name, delivery.From, layout.Toolchain(name));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Directory);
        }
        finally
        {
            _sweeper.Delete(staging);
            _sweeper.SweepOthers(name);
        }
    }

    // Another tree of that name is not what a lock file asks for.
    private bool Has(GoRelease release) =>
        Has(release.ToolchainName)
        && (release.PinnedBy is null || Receipt.Read(layout.Receipt(release.ToolchainName))?.ArchiveSha256 == release.Digest?.ToString());

    private Task<ToolchainLock> LockAsync(string name, IProgress<GoProgress> progress, CancellationToken cancel) =>
        ToolchainLock.AcquireAsync(
            layout,
            name,
            host,
            lockTimeout,
            holder => progress.Report(new GoProgress(GoProgressPhase.WaitingForLock, Detail: holder)),
            cancel
        );

    // A complete tree in staging, proved as far as is required, and what is in it.
    private async Task<(GoDelivery Delivery, Manifest Manifest)> ObtainAsync(
        IGoSource source,
        GoRelease release,
        string staging,
        bool lean,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(layout.Downloads);
        var context = new GoDeliveryContext(staging, layout.Downloads, progress, logger) { IsLean = lean };
        var delivery = await source.DeliverAsync(release, context, cancel).ConfigureAwait(false);
        progress.Report(new GoProgress(GoProgressPhase.Verifying));
        delivery = RequirePinned(release, delivery);
        RequireTrusted(delivery);
        RequireComplete(release, delivery);
        var manifest = delivery.Manifest;
        if (lean)
        {
            LeanTree.Trim(delivery.Root);
            manifest = manifest is null ? null : LeanTree.Of(manifest);
        }

        return (delivery, manifest ?? TreeManifest.Of(delivery.Root, cancel));
    }

    private void RequireTrusted(GoDelivery delivery)
    {
        if (delivery.Trust < requireTrust)
        {
            throw new GoToolchainException(
                GoErrorCodes.TrustTooLow,
                $"Its bytes are {SettingText.Of(delivery.Trust)}, and {SettingText.Of(requireTrust)} is required.",
                delivery.From,
                $"Name a source that proves more with {GoSettings.Sources.Option}, or require less with {GoSettings.RequireTrust.Option}."
            );
        }
    }

    private static GoDelivery RequirePinned(GoRelease release, GoDelivery delivery)
    {
        if (release.PinnedBy is not { } lockFile)
        {
            return delivery;
        }

        return delivery.ArchiveDigest != release.Digest
                ? throw new GoToolchainException(
                    GoErrorCodes.DigestMismatch,
                    $"{delivery.From} has the SHA-256 {delivery.ArchiveDigest?.ToString() ?? "of no single archive"}.",
                    delivery.From
                )
            : delivery.Trust < GoTrust.Pinned ? delivery with { Trust = GoTrust.Pinned, VouchedBy = lockFile }
            : delivery;
    }

    private static void RequireComplete(GoRelease release, GoDelivery delivery)
    {
        var facts = new GoRootInspector(release.Platform).Inspect(delivery.Root);
        var why =
            !facts.IsUsable ? facts.Reason.Replace(delivery.Root, "GOROOT", StringComparison.Ordinal)
            : facts.Version!.CompareTo(release.Version) != 0 ? $"Its VERSION file says {facts.Version}."
            : null;
        if (why is not null)
        {
            throw new GoToolchainException(
                GoErrorCodes.IncompleteToolchain,
                $"What was unpacked is not Go {release.Version} for {release.Platform}. {why}",
                delivery.From,
                "The archive is not what its name says: use another source."
            );
        }
    }

    private Receipt ReceiptOf(GoRelease release, GoDelivery delivery, Manifest manifest, bool lean) =>
        new()
        {
            Toolchain = release.ToolchainName,
            Version = release.Version.ToString(),
            Platform = release.Platform.ToString(),
            Source = release.Source,
            From = delivery.From,
            VouchedBy = delivery.VouchedBy,
            Trust = delivery.Trust,
            ArchiveSha256 = delivery.ArchiveDigest?.ToString(),
            InstalledAt = host.Clock.GetUtcNow(),
            IsLean = lean,
            Files = manifest.Entries.Count,
            Bytes = manifest.Bytes,
        };

    // The receipt is there before the tree, so a tree without one never claims trust; in a replacement the old receipt goes first. A kill
    // between two steps leaves a complete tree, old or new, and at worst one without a receipt: that one is installed anew when asked for.
    private void Publish(string name, GoDelivery delivery, Manifest manifest, Receipt receipt, string staging)
    {
        var target = layout.Toolchain(name);
        var exists = Directory.Exists(target);
        Directory.CreateDirectory(layout.Toolchains);
        if (exists)
        {
            File.Delete(layout.Receipt(name));
            Replace(delivery.Root, target, staging);
        }

        WriteWhole(layout.Manifest(name), manifest.ToBytes(), staging);
        WriteWhole(layout.Receipt(name), receipt.ToJson(), staging);
        if (!exists)
        {
            Directory.Move(delivery.Root, target);
        }
    }

    private static void Replace(string tree, string target, string staging)
    {
        if (DirectorySwap.TryExchange(tree, target))
        {
            return;
        }

        // Two renames; a kill between them leaves the old tree in staging, and the sweeper puts it back.
        var old = Path.Combine(staging, StoreSweeper.OldTree);
        Directory.Move(target, old);
        try
        {
            Directory.Move(tree, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }
    }

    private static void WriteWhole(string file, byte[] content, string staging)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = Path.Combine(staging, Path.GetFileName(file));
        File.WriteAllBytes(draft, content);
        File.Move(draft, file, overwrite: true);
    }

    [LoggerMessage(1, LogLevel.Information, "Installed {Toolchain} from {Origin} into {Root}.")]
    private static partial void LogInstalled(ILogger logger, string toolchain, string origin, string root);
}
