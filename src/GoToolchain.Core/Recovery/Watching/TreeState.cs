using GoToolchain.Inspection;
using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Watching;

/// <summary>
/// Knows what a tree should be and how it was when somebody looked last, so that the next look reads only files of which the file system says, or an
/// event has told, that they are others now.
/// </summary>
/// <param name="root">GOROOT: absolute.</param>
/// <param name="expected">What it should be.</param>
internal sealed class TreeState(string root, ExpectedTree expected)
{
    private readonly FilePrint[] _right = new FilePrint[expected.Manifest.Entries.Count];
    private readonly Dictionary<string, int> _numbers = expected
        .Manifest.Entries.Select((e, i) => (e.Path, i))
        .ToDictionary(e => e.Path, e => e.i, StringComparer.Ordinal);

    /// <summary>What it should be.</summary>
    public ExpectedTree Expected => expected;

    /// <summary>How it is.</summary>
    public GoRootState State { get; private set; }

    /// <summary>What differs; nothing when it is missing as a whole.</summary>
    public TreeDifferences Differences { get; } = new();

    /// <summary>Looks at what was touched.</summary>
    /// <param name="changes">What; null: all of it.</param>
    /// <param name="cancel">Ends the look.</param>
    public void Look(PendingChanges? changes, CancellationToken cancel)
    {
        if (!Directory.Exists(root))
        {
            Array.Clear(_right);
            Differences.Clear();
            State = GoRootState.Missing;
            return;
        }

        if (changes is null or { IsWhole: true } || State == GoRootState.Missing)
        {
            LookAtAll(changes?.Paths.ToHashSet(StringComparer.Ordinal) ?? [], cancel);
        }
        else
        {
            using var hash = new FileHash();
            foreach (var path in changes.Paths)
            {
                LookAt(path, hash, cancel);
            }
        }

        State = Differences.Count == 0 ? GoRootState.Intact : GoRootState.Damaged;
    }

    private void LookAtAll(HashSet<string> touched, CancellationToken cancel)
    {
        Differences.Clear();
        var entries = expected.Manifest.Entries;
        Parallel.For(
            0,
            entries.Count,
            new ParallelOptions { CancellationToken = cancel },
            () => new FileHash(),
            (i, _, hash) =>
            {
                LookAtFile(i, touched.Contains(entries[i].Path), hash, cancel);
                return hash;
            },
            hash => hash.Dispose()
        );
        ExtraFiles.Find(root, expected.Files, expected.IsForeign, AddUnlessKnown, cancel);
        foreach (var (path, target) in expected.Others)
        {
            if (!IsThere(path, target))
            {
                Differences.Add(new ContentDifference(path, ContentDifferenceKind.Missing));
            }
        }
    }

    private void LookAt(string path, FileHash hash, CancellationToken cancel)
    {
        Differences.Remove(path);
        if (_numbers.TryGetValue(path, out var number))
        {
            LookAtFile(number, wasTouched: true, hash, cancel);
            return;
        }

        var isThere = FileState.Of(Path.Combine(root, path)).Kind != FileStateKind.Missing;
        if (expected.Others.TryGetValue(path, out var target))
        {
            if (!IsThere(path, target))
            {
                Differences.Add(new ContentDifference(path, ContentDifferenceKind.Missing));
            }
        }
        else if (isThere && IsExpectedDirectory(path[..Math.Max(0, path.LastIndexOf('/'))]) && !expected.Files.HasDirectory(path))
        {
            // Below a directory that should not be there, that directory is the difference.
            Differences.Add(new ContentDifference(path, ContentDifferenceKind.Extra));
        }
    }

    private void LookAtFile(int number, bool wasTouched, FileHash hash, CancellationToken cancel)
    {
        var entry = expected.Manifest.Entries[number];
        var file = Path.Combine(root, entry.Path);
        var print = FilePrint.Of(file, follow: expected.IsForeign);
        if (print.Kind == FileStateKind.File && print == _right[number] && !wasTouched)
        {
            return;
        }

        _right[number] = default;
        if (print.Kind != FileStateKind.File)
        {
            Differences.Add(new ContentDifference(entry.Path, KindOf(print.Kind, file)));
            return;
        }

        var isRight = print.Size == entry.Size && HasContent(file, entry, hash, cancel);
        if (!isRight)
        {
            Differences.Add(new ContentDifference(entry.Path, ContentDifferenceKind.Modified));
        }

        if (!FileModes.Agree(print.Mode, entry.Mode, isLoose: false))
        {
            Differences.Add(new ContentDifference(entry.Path, ContentDifferenceKind.WrongMode));
        }
        else if (isRight)
        {
            _right[number] = print;
        }
    }

    private bool IsExpectedDirectory(string path) => path.Length == 0 || expected.Files.HasDirectory(path);

    private void AddUnlessKnown(ContentDifference difference)
    {
        if (difference.Kind != ContentDifferenceKind.Extra || !expected.Others.ContainsKey(difference.Path))
        {
            Differences.Add(difference);
        }
    }

    private bool IsThere(string path, string? target)
    {
        var full = Path.Combine(root, path);
        return target is null ? Directory.Exists(full) : new FileInfo(full).LinkTarget == target;
    }

    private static ContentDifferenceKind KindOf(FileStateKind kind, string file) =>
        kind switch
        {
            FileStateKind.Missing or FileStateKind.Unreachable => ContentDifferenceKind.Missing,
            FileStateKind.Link when FileFacts.Of(file).Kind == FileKind.DanglingLink => ContentDifferenceKind.Dangling,
            _ => ContentDifferenceKind.WrongType,
        };

    // What cannot be read differs, whatever is in it.
    private static bool HasContent(string file, ManifestEntry entry, FileHash hash, CancellationToken cancel)
    {
        try
        {
            return hash.Of(file, long.MaxValue, out _, cancel) == entry.Digest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
