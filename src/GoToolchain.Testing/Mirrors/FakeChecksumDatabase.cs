using System.Globalization;
using System.Text;
using GoToolchain.Testing.Mirrors;

namespace GoToolchain.Testing;

/// <summary>
/// A checksum database with a key of its own (https://go.dev/ref/mod#checksum-database; golang.org/x/mod/sumdb): a log of records, its signed head, and
/// the tiles that prove both. Thread-safe.
/// </summary>
public sealed class FakeChecksumDatabase
{
    // Of the public database too: tiles of 2^8 hashes.
    private const int TileHeight = 8;

    private readonly object _lock = new();
    private readonly NoteSigner _signer = new("fake.sum.test");
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _records = [];
    private LogTree _tree = new();

    internal FakeChecksumDatabase() { }

    /// <summary>Its name, as in its key.</summary>
    public string Name => _signer.Name;

    /// <summary>Name, hash and public key, as <c>GOSUMDB</c> takes them.</summary>
    public string VerifierKey => _signer.VerifierKey;

    /// <summary>How many records it has.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>Appends a record. A version that it knows already keeps the record that clients have seen.</summary>
    /// <param name="module">The path of the module.</param>
    /// <param name="version">Its version.</param>
    /// <param name="zipHash">The hash of its files: <c>h1:…</c>.</param>
    /// <param name="goModHash">The hash of its go.mod: <c>h1:…</c>.</param>
    public void Add(string module, string version, string zipHash, string goModHash)
    {
        lock (_lock)
        {
            if (_ids.TryAdd($"{module}@{version}", _records.Count))
            {
                Append($"{module} {version} {zipHash}\n{module} {version}/go.mod {goModHash}\n");
            }
        }
    }

    /// <summary>Appends records of modules that nobody asks for, so that the log needs more than one tile.</summary>
    /// <param name="count">How many.</param>
    public void Grow(int count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                Append(string.Create(CultureInfo.InvariantCulture, $"example.com/filler v0.0.{_records.Count} h1:none\n"));
            }
        }
    }

    /// <summary>
    /// Changes the first record after it was signed: from now on heads, records and tiles fit each other, but not what clients have seen before.
    /// </summary>
    public void RewriteHistory()
    {
        lock (_lock)
        {
            var records = _records.ToArray();
            _records.Clear();
            _tree = new LogTree();
            foreach (var record in records)
            {
                Append(_records.Count == 0 ? record + "example.com/rewritten v1.0.0 h1:none\n" : record);
            }
        }
    }

    /// <summary>The answer for a path below the address of the database.</summary>
    /// <returns>Null when there is none.</returns>
    internal byte[]? Find(string path)
    {
        lock (_lock)
        {
            return path == "latest" ? Encoding.UTF8.GetBytes(Head())
                : path.StartsWith("lookup/", StringComparison.Ordinal) ? Lookup(path["lookup/".Length..])
                : TilePath.TryParse(path, out var tile) && tile.Height == TileHeight ? Tile(tile)
                : null;
        }
    }

    private void Append(string record)
    {
        _records.Add(record);
        _tree.Append(Encoding.UTF8.GetBytes(record));
    }

    private string Head() => _signer.Sign($"go.sum database tree\n{_records.Count}\n{Convert.ToBase64String(_tree.Root())}\n");

    private byte[]? Lookup(string name)
    {
        var id = _ids.Where(pair => EscapedPath.Of(pair.Key) == name).Select(pair => pair.Value).DefaultIfEmpty(-1).First();
        return id < 0 ? null : Encoding.UTF8.GetBytes(Record(id) + Head());
    }

    private string Record(int id) => string.Create(CultureInfo.InvariantCulture, $"{id}\n{_records[id]}\n");

    private byte[]? Tile(TilePath tile)
    {
        var start = tile.Index << TileHeight;
        if (tile.Level is { } level)
        {
            return _tree.Hashes(level * TileHeight, start, tile.Width);
        }

        return start + tile.Width <= _records.Count
            ? Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range((int)start, tile.Width).Select(Record)))
            : null;
    }
}
