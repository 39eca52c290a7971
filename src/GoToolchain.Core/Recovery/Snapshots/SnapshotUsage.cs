using GoToolchain.Verification;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Which snapshot needs which contents, and what they take in the store.</summary>
internal sealed class SnapshotUsage
{
    private readonly Dictionary<string, HashSet<Sha256Digest>> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<Sha256Digest, long> _stored = [];

    private SnapshotUsage() { }

    /// <summary>All snapshots, newest first, with what each alone takes.</summary>
    public IReadOnlyList<GoSnapshot> Snapshots { get; private set; } = [];

    /// <summary>What all take together.</summary>
    public long Bytes => _stored.Values.Sum();

    /// <summary>Reads the catalog and looks at every object.</summary>
    /// <param name="layout">The store.</param>
    public static SnapshotUsage Read(SnapshotLayout layout)
    {
        var usage = new SnapshotUsage();
        foreach (var (file, digest) in new SnapshotObjects(layout).All())
        {
            usage._stored[digest] = usage._stored.GetValueOrDefault(digest) + file.Length;
        }

        var users = new Dictionary<Sha256Digest, int>();
        var all = new List<(string Id, StoredSnapshot? Stored)>();
        foreach (var directory in new SnapshotCatalog(layout).Directories())
        {
            var id = Path.GetFileName(directory);
            var stored = StoredSnapshot.Read(directory);
            if (stored?.ReadManifest() is not { } manifest)
            {
                all.Add((id, null));
                continue;
            }

            all.Add((id, stored));
            var contents = manifest.Entries.Select(e => e.Digest).ToHashSet();
            usage._contents[id] = contents;
            foreach (var digest in contents)
            {
                users[digest] = users.GetValueOrDefault(digest) + 1;
            }
        }

        usage.Snapshots =
        [
            .. all.Select(s =>
                s.Stored is null
                    ? Damaged(s.Id)
                    : s.Stored.ToPublic(usage._contents[s.Id].Where(d => users[d] == 1).Sum(d => usage._stored.GetValueOrDefault(d)))
            ),
        ];
        return usage;
    }

    /// <summary>What some snapshots need.</summary>
    public HashSet<Sha256Digest> ContentsOf(IEnumerable<string> ids) =>
        [.. ids.SelectMany(id => _contents.TryGetValue(id, out var contents) ? contents : [])];

    /// <summary>What some snapshots take together.</summary>
    public long BytesOf(IEnumerable<string> ids) => ContentsOf(ids).Sum(d => _stored.GetValueOrDefault(d));

    private static GoSnapshot Damaged(string id) =>
        new()
        {
            Id = id,
            Root = "",
            CreatedAt = default,
            Files = 0,
            Bytes = 0,
            IsDamaged = true,
        };
}
