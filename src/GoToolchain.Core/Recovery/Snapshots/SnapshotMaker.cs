using System.Globalization;
using GoToolchain.Inspection;
using GoToolchain.Locating;
using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>
/// Makes snapshots. Contents are added one by one and stay even when the work is ended; the snapshot itself appears by one rename when all is there.
/// </summary>
/// <param name="layout">Where.</param>
/// <param name="host">The machine.</param>
internal sealed class SnapshotMaker(SnapshotLayout layout, HostMachine host)
{
    private const int MostAttempts = 3;

    /// <summary>Makes one. The caller holds the lock.</summary>
    /// <param name="root">GOROOT: absolute.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Where to report.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NotSnapshotted"/> or <see cref="GoErrorCodes.StoreNotWritable"/>.</exception>
    public StoredSnapshot Make(string root, GoSnapshotOptions options, IProgress<GoProgress> progress, CancellationToken cancel)
    {
        var facts = new GoRootInspector(host.Platform).Inspect(root);
        if (!Directory.Exists(root))
        {
            throw new GoToolchainException(GoErrorCodes.NotSnapshotted, facts.Reason, root, "Name a GOROOT that is there.");
        }

        var staging = layout.Store.NewStaging(SnapshotLayout.LockName);
        try
        {
            Directory.CreateDirectory(staging);
            var tree = new TreeListing(root).Read("", cancel);
            progress.Report(new GoProgress(GoProgressPhase.Verifying, Detail: root));
            return Publish(root, facts, tree, staging, options, cancel);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(IsFileFailure) is { } cause)
        {
            throw Failure(cause, root);
        }
        catch (Exception e) when (IsFileFailure(e))
        {
            throw Failure(e, root);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private StoredSnapshot Publish(
        string root,
        GoRootFacts facts,
        List<TreeEntry> tree,
        string staging,
        GoSnapshotOptions options,
        CancellationToken cancel
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var files = tree.Where(e => e.Kind == TreeEntryKind.File).OrderBy(e => e.Path, StringComparer.Ordinal).ToArray();
            var added = AddAll(root, files, staging, options, cancel);
            var after = new TreeListing(root).Read("", cancel);
            if (!Same(tree, after))
            {
                tree = attempt < MostAttempts ? after : throw Changing(root);
                continue;
            }

            var manifest = new Manifest(files.Zip(added, (f, a) => new ManifestEntry(f.Path, a.Size, f.Mode, a.Digest)));
            var resolved = new LinkResolver().Resolve(root) ?? root;
            var name = Path.GetFileName(resolved);
            var isOurs = resolved == (new LinkResolver().Resolve(layout.Store.Toolchain(name)) ?? "");
            var record = new SnapshotRecord
            {
                Root = root,
                ResolvedRoot = resolved,
                Version = facts.Version?.ToString(),
                Platform = facts.Platform?.ToString(),
                CreatedAt = host.Clock.GetUtcNow(),
                Files = files.Length,
                Bytes = manifest.Bytes,
                ClonedBytes = added.Where(a => a.IsCloned).Sum(a => a.Size),
                IsAsInstalled = isOurs && Manifest.Read(layout.Store.Manifest(name)) is { } installed && Same(installed, manifest),
                Links = [.. tree.Where(e => e.Kind == TreeEntryKind.Link).Select(e => new SnapshotLink(e.Path, e.Target!))],
                Directories = [.. Unusual(tree)],
            };
            var receipt = isOurs && File.Exists(layout.Store.Receipt(name)) ? File.ReadAllBytes(layout.Store.Receipt(name)) : null;
            var draft = Directory.CreateDirectory(Path.Combine(staging, "snapshot")).FullName;
            StoredSnapshot.Write(draft, record, manifest, [.. files.Select(f => f.ModifiedUtc)], receipt);
            cancel.ThrowIfCancellationRequested();
            Directory.CreateDirectory(layout.Catalog);
            var target = layout.Snapshot(NewId(record.CreatedAt));
            Directory.Move(draft, target);
            return new StoredSnapshot(target, record);
        }
    }

    private AddedObject[] AddAll(string root, TreeEntry[] files, string staging, GoSnapshotOptions options, CancellationToken cancel)
    {
        var objects = new SnapshotObjects(layout);
        var added = new AddedObject[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { CancellationToken = cancel },
            i => added[i] = objects.Add(Path.Combine(root, files[i].Path), staging, options.Compress, cancel)
        );
        return added;
    }

    private static bool Same(List<TreeEntry> before, List<TreeEntry> after) =>
        before.Count == after.Count
        && before.OrderBy(e => e.Path, StringComparer.Ordinal).SequenceEqual(after.OrderBy(e => e.Path, StringComparer.Ordinal));

    // The modes may be those of the archive or of the packages: what differs for a program is content.
    private static bool Same(Manifest installed, Manifest now) =>
        installed.Entries.Select(e => (e.Path, e.Size, e.Digest)).SequenceEqual(now.Entries.Select(e => (e.Path, e.Size, e.Digest)));

    private static IEnumerable<SnapshotDirectory> Unusual(List<TreeEntry> tree)
    {
        var parents = tree.Select(e => e.Path[..Math.Max(0, e.Path.LastIndexOf('/'))]).ToHashSet(StringComparer.Ordinal);
        return tree.Where(e => e.Kind == TreeEntryKind.Directory && (e.Mode != FileModes.Directory || !parents.Contains(e.Path)))
            .OrderBy(e => e.Path, StringComparer.Ordinal)
            .Select(e => new SnapshotDirectory(e.Path, (int)e.Mode));
    }

    // In the order of their making, also when two are made in one instant.
    private string NewId(DateTimeOffset now)
    {
        for (; ; now = now.AddMilliseconds(1))
        {
            var id = now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
            if (!Directory.Exists(layout.Snapshot(id)))
            {
                return id;
            }
        }
    }

    private static bool IsFileFailure(Exception e) => e is IOException or UnauthorizedAccessException;

    private GoToolchainException Failure(Exception e, string root) =>
        e.Message.Contains(layout.Store.Directory, StringComparison.Ordinal)
        || e is IOException { HResult: 28 or 122 or 30 or unchecked((int)0x80070070) }
            ? StoreFailure.Of(e, layout.Store.Snapshots)
            : new GoToolchainException(
                GoErrorCodes.NotSnapshotted,
                $"Not every file can be read: {e.Message.TrimEnd('.')}.",
                root,
                "See who owns the directory, and that this user may read all of it.",
                e
            );

    private static GoToolchainException Changing(string root) =>
        new(
            GoErrorCodes.NotSnapshotted,
            $"The tree changed {MostAttempts} times while it was read.",
            root,
            "Make the snapshot when nothing writes there."
        );
}
