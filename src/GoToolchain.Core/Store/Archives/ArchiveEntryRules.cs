using System.Buffers;
using System.Text;

namespace GoToolchain.Store;

/// <summary>
/// What an entry of a release archive may be. A release holds regular files below one directory <c>go</c>, with names that every file
/// system can hold (golang.org/x/mod/module.CheckFilePath), so anything else is an attack or not a release. One instance sees all
/// entries of one archive. Not thread-safe.
/// </summary>
/// <param name="archive">Where the archive comes from, for messages.</param>
internal sealed class ArchiveEntryRules(string archive)
{
    // The largest release so far, 1.19, has 12,300 files and 474 MB; its largest file is below 40 MB.
    public const long MaxArchiveBytes = 512L << 20;
    public const int MaxEntries = 100_000;
    public const long MaxBytes = 2L << 30;
    public const long MaxFileBytes = 512L << 20;

    // The longest path of a release has some 120 characters; Windows without long paths ends at 260.
    public const int MaxPathLength = 240;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(i => (char)i),
        '\\',
        ':',
        '*',
        '?',
        '"',
        '<',
        '>',
        '|',
        '\x7f',
        '\uFFFD',
    ]);

    // Upper-cased and in Unicode form C, so that two names which one file system would fold into one are seen as one.
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _directories = new(StringComparer.OrdinalIgnoreCase) { "go" };
    private readonly HashSet<string> _spelled = new(StringComparer.Ordinal) { "go" };
    private long _bytes;
    private int _entries;

    /// <summary>Checks a regular file.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="size">Its announced size in bytes.</param>
    /// <returns>The path below <c>go/</c>.</returns>
    public string File(string name, long size)
    {
        Count(name);
        var path = Check(name);
        if (size < 0 || size > MaxFileBytes || (_bytes += size) > MaxBytes)
        {
            throw Refuse(name, $"it makes the tree larger than any Go release ({size:N0} bytes for this entry)");
        }

        if (!_files.Add(Fold(path)) || _directories.Contains(Fold(path)))
        {
            throw Refuse(name, "another entry has the same name, or one that differs in upper and lower case only");
        }

        Parents(name, path);
        return path["go/".Length..];
    }

    /// <summary>Checks a directory.</summary>
    /// <param name="name">Its name in the archive.</param>
    public void Directory(string name)
    {
        Count(name);
        var trimmed = name.TrimEnd('/');
        if (trimmed == "go")
        {
            return;
        }

        var path = Check(trimmed);
        AddDirectory(name, path);
        Parents(name, path);
    }

    /// <summary>The refusal of an entry that is neither a file nor a directory, or breaks a rule.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="why">Half a sentence.</param>
    public GoToolchainException Refuse(string name, string why) =>
        new(
            GoErrorCodes.ArchiveRefused,
            $"The archive is refused, for its entry `{Printable(name)}` may not be unpacked: {why}.",
            archive,
            "A real Go release holds no such entry: do not use this archive, and tell whoever serves it."
        );

    private void Count(string name)
    {
        if (++_entries > MaxEntries)
        {
            throw Refuse(name, $"it is entry number {_entries:N0}, more than any Go release has");
        }
    }

    private string Check(string name)
    {
        if (name.Length > MaxPathLength)
        {
            throw Refuse(name, $"its name has {name.Length} characters, and {MaxPathLength} are the most that is allowed");
        }

        if (name.AsSpan().ContainsAny(s_forbidden))
        {
            throw Refuse(name, "its name has a character that not every file system can hold");
        }

        if (!name.StartsWith("go/", StringComparison.Ordinal))
        {
            throw Refuse(name, "it does not lie below the directory `go`");
        }

        foreach (var part in name.Split('/'))
        {
            if (part.Length == 0 || part[0] == ' ' || part[^1] is '.' or ' ')
            {
                throw Refuse(name, "its name has an empty, relative or ambiguous part");
            }
        }

        return name;
    }

    // Each directory above an entry counts as one, whether or not the archive has an entry for it.
    private void Parents(string name, string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var parent = path[..slash];
            if (_spelled.Contains(parent))
            {
                return;
            }

            AddDirectory(name, parent);
        }
    }

    private void AddDirectory(string name, string path)
    {
        if (_files.Contains(Fold(path)))
        {
            throw Refuse(name, "a file of the archive stands where it needs a directory");
        }

        if (_spelled.Add(path) && !_directories.Add(Fold(path)))
        {
            throw Refuse(name, "two directories differ in upper and lower case only");
        }
    }

    private static string Fold(string path) => Ascii.IsValid(path) ? path : path.Normalize(NormalizationForm.FormC);

    private static string Printable(string name)
    {
        var text = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return text.Length <= 100 ? text : text[..100] + "…";
    }
}
