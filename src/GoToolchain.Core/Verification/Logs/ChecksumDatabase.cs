using GoToolchain.Verification.Notes;

namespace GoToolchain.Verification.Logs;

/// <summary>
/// Asks a checksum database and believes nothing that is not proved: the head is signed by its key, the log that it speaks of contains the newest one
/// that was seen before, and the record is in it (https://go.dev/design/25530-sumdb, golang.org/x/mod/sumdb).
/// </summary>
/// <param name="verifier">Its key.</param>
/// <param name="cache">What the store has of it.</param>
/// <param name="findPlace">Says where it is, when it has to be asked.</param>
internal sealed class ChecksumDatabase(NoteVerifier verifier, LogCache cache, Func<CancellationToken, Task<ILogPlace>> findPlace)
{
    private const int MaxAnswer = 1 << 20;
    private const string StorePlace = "the store";

    private ILogPlace? _place;

    /// <summary>Its name.</summary>
    public string Name => verifier.Name;

    /// <summary>Finds and proves the record of a version.</summary>
    /// <param name="module">The path of the module, in lower case.</param>
    /// <param name="version">Its version, in lower case.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">There is none (<c>GOTC2024</c>), it cannot be asked, or proves nothing.</exception>
    public async Task<ProvedRecord> LookupAsync(string module, string version, CancellationToken cancel)
    {
        var path = $"lookup/{module}@{version}";
        if (cache.TryRead(path) is { } kept)
        {
            try
            {
                return await ProveAsync(kept, StorePlace, fresh: false, cancel).ConfigureAwait(false);
            }
            catch (GoToolchainException e) when (e.Code == GoErrorCodes.LogNotProved)
            {
                // The files of a store can be damaged like all others: then the database itself is asked.
            }
        }

        var place = await PlaceAsync(cancel).ConfigureAwait(false);
        var answer =
            await place.ReadAsync(path, MaxAnswer, cancel).ConfigureAwait(false)
            ?? throw new GoToolchainException(
                GoErrorCodes.NotInLog,
                $"The checksum database {verifier.Name} has no record of {module}@{version}.",
                place.Address,
                "Only releases of Go for a platform are in it. See whether there is such a release."
            );
        var record = await ProveAsync(answer, place.Address, fresh: false, cancel).ConfigureAwait(false);
        cache.Keep(path, answer);
        return record;
    }

    private async Task<ProvedRecord> ProveAsync(byte[] answer, string from, bool fresh, CancellationToken cancel)
    {
        var record = LogRecord.Parse(answer, from);
        var head = TreeHead.Open(record.Head, verifier, from);
        try
        {
            var (newest, tiles) = await MergeAsync(head, from, fresh, cancel).ConfigureAwait(false);
            if (await tiles.LeafAsync(record.Id, cancel).ConfigureAwait(false) != LogHash.Leaf(record.Text.Span))
            {
                throw SignedNote.NoProof($"Its record {record.Id} is not the one in its log.", from);
            }

            return new ProvedRecord(record, newest, from);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.LogNotProved && !fresh)
        {
            // Once more, with no tile from the store.
            return await ProveAsync(answer, from, fresh: true, cancel).ConfigureAwait(false);
        }
    }

    // The newer of two heads has to contain the older one. A newer one that does is what the next is compared with.
    private async Task<(TreeHead Newest, ProvedTiles Tiles)> MergeAsync(TreeHead head, string from, bool fresh, CancellationToken cancel)
    {
        while (true)
        {
            var seen = cache.ReadHead();
            var known = seen is null ? null : OpenKept(seen);
            var (older, newer) = known is null || known.Size <= head.Size ? (known, head) : (head, known);
            var tiles = new ProvedTiles(newer, (tile, token) => ReadTileAsync(tile, fresh, token), from);
            if (older is { Size: > 0 } && await RootOfAsync(tiles, older, newer, cancel).ConfigureAwait(false) != older.Root)
            {
                throw new GoToolchainException(
                    GoErrorCodes.LogRewritten,
                    $"The log of the checksum database {verifier.Name} with {newer.Size} records does not contain the one with {older.Size} records that it signed before. "
                        + $"Both are signed: {Environment.NewLine}{older}{Environment.NewLine}{newer}",
                    from,
                    "Do not trust anything that comes through this network now. The two signed heads above prove that the database, or who has its key, cheats: report them to security@golang.org."
                );
            }

            // Proved even where there is nothing to compare with.
            _ = await tiles.LeafAsync(newer.Size - 1, cancel).ConfigureAwait(false);
            if (newer == known || await cache.ReplaceHeadAsync(seen, newer.Note, cancel).ConfigureAwait(false))
            {
                return (newer, tiles);
            }
        }
    }

    private TreeHead OpenKept(byte[] seen)
    {
        try
        {
            return TreeHead.Open(seen, verifier, cache.HeadFile);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.LogNotProved)
        {
            throw new GoToolchainException(
                GoErrorCodes.LogNotProved,
                $"The newest head of {verifier.Name} that was seen is kept in a file, and that is damaged or signed by another key. {e.Problem}",
                cache.HeadFile,
                "If GOSUMDB names another key now, or the disk was damaged, remove the file: it is the memory that tells when the database rewrites its history.",
                e
            );
        }
    }

    private static async Task<Sha256Digest> RootOfAsync(ProvedTiles tiles, TreeHead older, TreeHead newer, CancellationToken cancel) =>
        older.Size == newer.Size ? newer.Root : await tiles.RootOfAsync(older.Size, cancel).ConfigureAwait(false);

    private async Task<byte[]> ReadTileAsync(LogTile tile, bool fresh, CancellationToken cancel)
    {
        if (!fresh && Fitting(cache.TryRead(tile.Path), tile) is { } kept)
        {
            return kept;
        }

        if (!fresh && Fitting(cache.TryRead(tile.Full.Path), tile) is { } full)
        {
            return full;
        }

        var place = await PlaceAsync(cancel).ConfigureAwait(false);
        // A server may have dropped the partial tile when the full one was there.
        var bytes =
            await place.ReadAsync(tile.Path, LogTile.FullWidth * LogHash.Size, cancel).ConfigureAwait(false)
            ?? await place.ReadAsync(tile.Full.Path, LogTile.FullWidth * LogHash.Size, cancel).ConfigureAwait(false);
        var fitting = Fitting(bytes, tile) ?? throw SignedNote.NoProof($"It does not give the tile {tile.Path}.", place.Address);
        cache.Keep(tile.Path, fitting);
        return fitting;
    }

    private async Task<ILogPlace> PlaceAsync(CancellationToken cancel) => _place ??= await findPlace(cancel).ConfigureAwait(false);

    private static byte[]? Fitting(byte[]? bytes, LogTile tile) =>
        bytes is null ? null
        : bytes.Length == tile.Size ? bytes
        : bytes.Length == tile.Full.Size ? bytes[..tile.Size]
        : null;
}
