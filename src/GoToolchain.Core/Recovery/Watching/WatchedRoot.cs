using GoToolchain.Inspection;
using GoToolchain.Locating;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Recovery.Watching;

/// <summary>What a watch asks about its GOROOT, and has done for it.</summary>
/// <param name="root">GOROOT: absolute.</param>
/// <param name="manager">Who does it.</param>
/// <param name="layout">The store.</param>
/// <param name="repair">Repairs a GOROOT, file by file or as a whole, and says what it did: a sentence.</param>
internal sealed class WatchedRoot(
    string root,
    GoToolchainManager manager,
    StoreLayout layout,
    Func<string, bool, CancellationToken, Task<string>> repair
)
{
    private readonly AdoptedTrees _adopted = new(layout);
    private readonly SnapshotCatalog _snapshots = new(new SnapshotLayout(layout));

    /// <summary>GOROOT as it was given: absolute.</summary>
    public string Path => root;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => manager.Options.Host.Clock;

    /// <summary>
    /// What the tree should be: for a toolchain of the store what was installed; for another one what a user has declared to be right
    /// (<c>verify --adopt</c>), else what it is now, and where nothing is what its newest snapshot says.
    /// </summary>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NotWatchable"/>.</exception>
    public ExpectedTree ReadExpected(CancellationToken cancel)
    {
        try
        {
            return ReadInstalled()
                ?? ReadAdopted(cancel)
                ?? (Directory.Exists(root) ? ForeignTree.Read(root, cancel) : ReadSnapshot())
                ?? throw NotWatchable("does not exist, and there is no snapshot of it", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWatchable($"cannot be read: {e.Message.TrimEnd('.')}", e);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [IOException or UnauthorizedAccessException, ..])
        {
            throw NotWatchable($"cannot be read: {e.Flatten().InnerExceptions[0].Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>What was installed there, when it is a toolchain of the store; else null.</summary>
    public ExpectedTree? ReadInstalled()
    {
        var resolved = new LinkResolver().Resolve(root) ?? root;
        var name = System.IO.Path.GetFileName(resolved);
        var ours = new LinkResolver().Resolve(layout.Toolchains) ?? layout.Toolchains;
        return System.IO.Path.GetDirectoryName(resolved) == ours && Manifest.Read(layout.Manifest(name)) is { } manifest
            ? new ExpectedTree(manifest, IsForeign: false)
            : null;
    }

    /// <summary>A complete Go of another version stands there than the expected one.</summary>
    /// <param name="expected">The expected one.</param>
    public bool IsOtherVersion(ExpectedTree expected)
    {
        var facts = new GoRootInspector(manager.Options.Host.Platform).Inspect(root);
        var file = expected.Files.Find("VERSION");
        return file is not null
            && facts.IsUsable
            && DigestOf(System.IO.Path.Combine(root, "VERSION")) is { } digest
            && digest != file.Digest;
    }

    /// <summary>Makes a snapshot, unless the newest has that content.</summary>
    /// <param name="expected">The content.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The snapshot; null when there was one.</returns>
    public async Task<StoredSnapshot?> SnapshotAsync(ExpectedTree expected, CancellationToken cancel)
    {
        var newest = _snapshots.NewestOf(root)?.ReadManifest();
        return newest is not null && newest.Entries.SequenceEqual(expected.Manifest.Entries)
            ? null
            : await manager.SnapshotAsync(root, new GoSnapshotOptions(), cancel).ConfigureAwait(false);
    }

    /// <summary>Repairs the tree.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>What was done: a sentence.</returns>
    /// <exception cref="GoToolchainException">It could not be.</exception>
    public Task<string> RepairAsync(ExpectedTree expected, CancellationToken cancel) => repair(root, expected.Others.Count > 0, cancel);

    /// <summary>
    /// Declares a tree that is not ours to be right as it is: whoever has it healed says so, and the repair must not compare it with another one.
    /// </summary>
    /// <param name="expected">What it is.</param>
    /// <param name="cancel">Ends the wait for its lock.</param>
    /// <exception cref="GoToolchainException">The store cannot be written.</exception>
    public async Task AdoptAsync(ExpectedTree expected, CancellationToken cancel)
    {
        var facts = new GoRootInspector(manager.Options.Host.Platform).Inspect(root);
        var resolved = new LinkResolver().Resolve(root) ?? root;
        if (
            !expected.IsForeign
            || !facts.IsUsable
            || _adopted.ManifestOf(resolved)?.Entries.SequenceEqual(expected.Manifest.Entries) == true
        )
        {
            return;
        }

        var key = RepairSubject.KeyOf(resolved);
        using var held = await ToolchainLock
            .AcquireAsync(layout, key, manager.Options.Host, manager.Settings.LockTimeout, waiting: null, cancel)
            .ConfigureAwait(false);
        try
        {
            _adopted.Write(resolved, facts.Version!, facts.Platform!, expected.Manifest, Clock.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Directory);
        }
    }

    private static Sha256Digest? DigestOf(string file)
    {
        try
        {
            using var hash = new FileHash();
            return hash.Of(file, long.MaxValue, out _, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A newer version than the adopted one is another tree.
    private ExpectedTree? ReadAdopted(CancellationToken cancel)
    {
        var resolved = new LinkResolver().Resolve(root) ?? root;
        if (_adopted.Find(resolved) is null || _adopted.ManifestOf(resolved) is not { Entries.Count: > 0 } manifest)
        {
            return null;
        }

        var expected = new ExpectedTree(manifest, IsForeign: true);
        if (!Directory.Exists(root))
        {
            return expected;
        }

        return IsOtherVersion(expected) ? null : expected with { Others = ForeignTree.OthersOf(root, manifest, cancel) };
    }

    private ExpectedTree? ReadSnapshot() =>
        _snapshots.NewestOf(root) is { } snapshot && snapshot.ReadManifest() is { } manifest ? ForeignTree.Of(snapshot, manifest) : null;

    private GoToolchainException NotWatchable(string why, Exception? inner) =>
        new(
            GoErrorCodes.NotWatchable,
            $"{root} {why}, so that nobody knows what it should be.",
            root,
            "Name a GOROOT that is there; see `gotoolchain list`.",
            inner
        );
}
