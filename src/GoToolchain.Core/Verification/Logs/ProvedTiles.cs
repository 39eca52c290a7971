using GoToolchain.Verification.Notes;

namespace GoToolchain.Verification.Logs;

/// <summary>
/// The tiles of a log with a known head, each proved before anything in it is used. A partial tile lies at the right edge, and all of those together
/// make the root; the hash over a full tile stands in the tile above it. So every hash that leaves this class is one that the head has signed for.
/// Not thread-safe.
/// </summary>
/// <param name="head">The head.</param>
/// <param name="read">Gives the bytes of a tile: just as many as it has.</param>
/// <param name="place">Where the tiles come from, for messages.</param>
internal sealed class ProvedTiles(TreeHead head, Func<LogTile, CancellationToken, Task<byte[]>> read, string place)
{
    private readonly Dictionary<LogTile, Sha256Digest[]> _proved = [];
    private bool _hasEdge;

    /// <summary>The tiles that were proved.</summary>
    public IReadOnlyCollection<LogTile> Proved => _proved.Keys;

    /// <summary>The hash of a record.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogNotProved"/>.</exception>
    public async Task<Sha256Digest> LeafAsync(long id, CancellationToken cancel)
    {
        if (id < 0 || id >= head.Size)
        {
            throw SignedNote.NoProof($"Its record {id} would lie beyond the {head.Size} records of its log.", place);
        }

        var hashes = await ProveAsync(0, id / LogTile.FullWidth, cancel).ConfigureAwait(false);
        return hashes[id % LogTile.FullWidth];
    }

    /// <summary>The root that the log had when it was smaller.</summary>
    /// <param name="size">How many records it had: at least one, at most as many as it has.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogNotProved"/>.</exception>
    public async Task<Sha256Digest> RootOfAsync(long size, CancellationToken cancel)
    {
        Sha256Digest? root = null;
        for (var (level, count) = (0, size); count > 0; level++, count /= LogTile.FullWidth)
        {
            var width = (int)(count % LogTile.FullWidth);
            if (width > 0)
            {
                var hashes = await ProveAsync(level, count / LogTile.FullWidth, cancel).ConfigureAwait(false);
                root = LogHash.Edge(hashes.AsSpan(0, width), root);
            }
        }

        return root!.Value;
    }

    private async Task<Sha256Digest[]> ProveAsync(int level, long index, CancellationToken cancel)
    {
        await ProveEdgeAsync(cancel).ConfigureAwait(false);
        var beside = (head.Size >> (LogTile.Height * level)) - (index * LogTile.FullWidth);
        var tile = new LogTile(level, index, (int)Math.Min(beside, LogTile.FullWidth));
        if (_proved.TryGetValue(tile, out var known))
        {
            return known;
        }

        var above = await ProveAsync(level + 1, index / LogTile.FullWidth, cancel).ConfigureAwait(false);
        var hashes = LogTile.Hashes(await read(tile, cancel).ConfigureAwait(false));
        return LogHash.Complete(hashes) == above[index % LogTile.FullWidth] ? _proved[tile] = hashes : throw Unproved(tile);
    }

    private async Task ProveEdgeAsync(CancellationToken cancel)
    {
        if (_hasEdge)
        {
            return;
        }

        var tiles = Edge().ToList();
        var bytes = await Task.WhenAll(tiles.Select(tile => read(tile, cancel))).ConfigureAwait(false);
        Sha256Digest? root = null;
        foreach (var content in bytes)
        {
            root = LogHash.Edge(LogTile.Hashes(content), root);
        }

        if (root != head.Root)
        {
            throw Unproved(tiles[0]);
        }

        foreach (var (tile, content) in tiles.Zip(bytes))
        {
            _proved[tile] = LogTile.Hashes(content);
        }

        _hasEdge = true;
    }

    private IEnumerable<LogTile> Edge()
    {
        for (var (level, count) = (0, head.Size); count > 0; level++, count /= LogTile.FullWidth)
        {
            var width = (int)(count % LogTile.FullWidth);
            if (width > 0)
            {
                yield return new LogTile(level, count / LogTile.FullWidth, width);
            }
        }
    }

    private GoToolchainException Unproved(LogTile tile) =>
        SignedNote.NoProof($"Its tile {tile.Path} does not fit the signed head of its log with {head.Size} records.", place);
}
