using GoToolchain.Locating;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Which snapshots there are. Reads only; whoever changes something holds the lock.</summary>
internal sealed class SnapshotCatalog(SnapshotLayout layout)
{
    /// <summary>All that can be read, newest first.</summary>
    public IReadOnlyList<StoredSnapshot> All() => [.. Directories().Select(StoredSnapshot.Read).OfType<StoredSnapshot>()];

    /// <summary>The directories of all snapshots, damaged ones too, newest first.</summary>
    public IReadOnlyList<string> Directories() =>
        Directory.Exists(layout.Catalog)
            ? [.. Directory.GetDirectories(layout.Catalog).OrderByDescending(d => Path.GetFileName(d), StringComparer.Ordinal)]
            : [];

    /// <summary>The newest snapshot of a GOROOT; one that was as installed goes before a newer one that was not.</summary>
    /// <param name="root">Absolute: as it is spelled, or with links resolved. It need not exist.</param>
    public StoredSnapshot? NewestOf(string root)
    {
        var resolved = new LinkResolver().Resolve(root) ?? root;
        return Best(All().Where(s => s.Record.Root == root || s.Record.ResolvedRoot == resolved));
    }

    /// <summary>The newest snapshot of a version on a platform, wherever its tree was.</summary>
    public StoredSnapshot? NewestOf(GoVersion version, GoPlatform platform) =>
        Best(All().Where(s => s.Record.Version == version.ToString() && s.Record.Platform == platform.ToString()));

    /// <summary>The snapshot that somebody names.</summary>
    /// <param name="name">An id or its beginning, or the GOROOT that it was made of; null: the newest of all.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoSnapshot"/>.</exception>
    public StoredSnapshot Require(string? name)
    {
        var all = All();
        var found =
            name is null ? all.Take(1).ToList()
            : Path.IsPathFullyQualified(name)
                ? NewestOf(Path.TrimEndingDirectorySeparator(name)) is { } newest ? [newest]
                    : []
            : all.Where(s => s.Id.StartsWith(name, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new GoToolchainException(
                GoErrorCodes.NoSnapshot,
                name is null ? "There is no snapshot in the store." : $"There is no snapshot `{name}`.",
                layout.Catalog,
                "See which there are with `gotoolchain snapshot list`, or make one with `gotoolchain snapshot create`."
            ),
            _ => throw new GoToolchainException(
                GoErrorCodes.NoSnapshot,
                $"{found.Count} snapshots begin with `{name}`.",
                nextStep: "Write more of the name."
            ),
        };
    }

    private static StoredSnapshot? Best(IEnumerable<StoredSnapshot> newestFirst)
    {
        StoredSnapshot? best = null;
        foreach (var snapshot in newestFirst)
        {
            if (snapshot.Record.IsAsInstalled)
            {
                return snapshot;
            }

            best ??= snapshot;
        }

        return best;
    }
}
