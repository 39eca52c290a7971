using System.IO.Enumeration;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>
/// Lists the directories of the standard library that any release has, each once, and compares their files with what the version should have.
/// Other directories are not entered, so that no link can lead in a circle; sizes are asked for only where every program needs the package.
/// </summary>
/// <param name="expectation">What the version should have.</param>
/// <param name="platform">The platform of the tree: the files of other ones are only named.</param>
internal sealed class LibraryScan(LibraryExpectation expectation, GoPlatform platform)
{
    /// <summary>A directory with more is not listed to its end. The runtime has 900 files; nothing else comes near.</summary>
    public const int MostEntries = 10_000;

    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Packages that are not there.</summary>
    public List<LibraryDirectory> MissingPackages { get; } = [];

    /// <summary>Files that are not there, though their package is.</summary>
    public List<(LibraryDirectory Directory, string Name)> MissingFiles { get; } = [];

    /// <summary>Files that cannot be used, and why: the end of a sentence.</summary>
    public List<(string Path, GoRootFindingKind Kind, string Problem)> BadFiles { get; } = [];

    /// <summary>Packages of other versions.</summary>
    public List<LibraryDirectory> ForeignPackages { get; } = [];

    /// <summary>Files of other versions in packages of this one.</summary>
    public List<(LibraryDirectory Directory, LibraryFile File)> ForeignFiles { get; } = [];

    /// <summary>Source files that no release has.</summary>
    public List<string> Strangers { get; } = [];

    /// <summary>Directories with more than <see cref="MostEntries"/> entries: which of those were seen is chance, so none were compared.</summary>
    public List<string> Overfull { get; } = [];

    /// <summary>Scans the standard library.</summary>
    /// <param name="library">What should be there.</param>
    /// <param name="path">The directory <c>src</c>: absolute.</param>
    /// <param name="threads">On how many threads: 1 is this one.</param>
    public void Run(LibraryDirectory library, string path, int threads)
    {
        var children = Scan(library, path);
        var scans = new LibraryScan[children.Count];
        if (threads == 1)
        {
            for (var i = 0; i < scans.Length; i++)
            {
                ScanChild(i);
            }
        }
        else
        {
            _ = Parallel.For(0, scans.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, ScanChild);
        }

        foreach (var scan in scans)
        {
            MissingPackages.AddRange(scan.MissingPackages);
            MissingFiles.AddRange(scan.MissingFiles);
            BadFiles.AddRange(scan.BadFiles);
            ForeignPackages.AddRange(scan.ForeignPackages);
            ForeignFiles.AddRange(scan.ForeignFiles);
            Strangers.AddRange(scan.Strangers);
            Overfull.AddRange(scan.Overfull);
        }

        void ScanChild(int i)
        {
            scans[i] = new LibraryScan(expectation, platform);
            scans[i].ScanAll(children[i], System.IO.Path.Combine(path, children[i].Name));
        }
    }

    private void ScanAll(LibraryDirectory directory, string path)
    {
        foreach (var child in Scan(directory, path))
        {
            ScanAll(child, System.IO.Path.Combine(path, child.Name));
        }
    }

    // Returns the directories in it that are to be scanned too.
    private List<LibraryDirectory> Scan(LibraryDirectory directory, string path)
    {
        var children = new List<LibraryDirectory>(directory.Children.Count);
        var files = new HashSet<string>(StringComparer.Ordinal);
        var entries = 0;
        try
        {
            foreach (var entry in List(path, directory.Package))
            {
                if (++entries > MostEntries)
                {
                    Overfull.Add(Source(directory));
                    return [];
                }

                if (!entry.IsDirectory)
                {
                    files.Add(entry.Name);
                    LookAt(directory, entry);
                }
                else if (directory.Find(entry.Name) is { } child)
                {
                    children.Add(child);
                }
            }
        }
        catch (UnauthorizedAccessException)
        {
            BadFiles.Add((Source(directory), GoRootFindingKind.Unreadable, "may not be read by this user"));
            return [];
        }
        catch (IOException e)
        {
            BadFiles.Add((Source(directory), GoRootFindingKind.Unreadable, $"cannot be read: {e.Message}"));
            return [];
        }

        if (directory.Package is { } package)
        {
            Compare(directory, package, files);
        }

        if (children.Count < directory.Children.Count)
        {
            MissingPackages.AddRange(directory.Children.Except(children).SelectMany(c => c.Descendants).Where(IsMissed));
        }

        return children;
    }

    private bool IsMissed(LibraryDirectory directory) => directory.Package is { } package && expectation.Requires(package);

    private FileSystemEnumerable<Entry> List(string path, LibraryPackage? package)
    {
        // Those of packages that every program needs are looked at, all others only named.
        var needed = package is not null && expectation.IsNeededByAll(package) ? package : null;
        return new FileSystemEnumerable<Entry>(
            path,
            (ref FileSystemEntry entry) =>
            {
                var name = entry.FileName.ToString();
                var isDirectory = entry.IsDirectory;
                var isLookedAt =
                    !isDirectory
                    && needed?.Find(name) is { } file
                    && !expectation.Excludes(file.Trees)
                    && FileNameConstraint.Admits(name, platform);
                return new Entry(name, isDirectory, isLookedAt ? (FileInfo)entry.ToFileSystemInfo() : null);
            },
            s_everything
        );
    }

    private void LookAt(LibraryDirectory directory, Entry entry)
    {
        if (entry.Info is not { } info)
        {
            return;
        }

        // What a link leads to is another question to the file system.
        var isLink = info.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var facts = isLink ? FileFacts.Of(info.FullName) : new FileFacts(FileKind.File, info.Length);
        (GoRootFindingKind, string)? problem =
            facts.Kind == FileKind.DanglingLink ? (GoRootFindingKind.DanglingLink, "is a link that leads nowhere")
            : facts.Length == 0 ? (GoRootFindingKind.Empty, "is empty or not a regular file")
            : IsPrivate(info) && !MayRead(info.FullName) ? (GoRootFindingKind.Unreadable, "may not be read by this user")
            : null;
        if (problem is var (kind, words))
        {
            BadFiles.Add(($"{Source(directory)}/{entry.Name}", kind, words));
        }
    }

    // Only for what others may not read it is worth to try.
    private static bool IsPrivate(FileInfo info) => !OperatingSystem.IsWindows() && !info.UnixFileMode.HasFlag(UnixFileMode.OtherRead);

    private static bool MayRead(string file)
    {
        try
        {
            using var handle = File.OpenHandle(file);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Compare(LibraryDirectory directory, LibraryPackage package, HashSet<string> files)
    {
        if (!files.Any(f => f.EndsWith(".go", StringComparison.Ordinal) && !f.EndsWith("_test.go", StringComparison.Ordinal)))
        {
            if (expectation.Requires(package))
            {
                MissingPackages.Add(directory);
            }

            return;
        }

        if (expectation.Excludes(package))
        {
            ForeignPackages.Add(directory);
            return;
        }

        MissingFiles.AddRange(
            package.Files.Where(f => expectation.Requires(f.Trees) && !files.Contains(f.Name)).Select(f => (directory, f.Name))
        );
        foreach (var name in files)
        {
            if (package.Find(name) is { } file)
            {
                if (expectation.Excludes(file.Trees))
                {
                    ForeignFiles.Add((directory, file));
                }
            }
            else if (expectation.IsExact && IsCompiled(name))
            {
                Strangers.Add($"{Source(directory)}/{name}");
            }
        }
    }

    // As go/build decides, names that begin with `_` or `.` and tests aside.
    private static bool IsCompiled(string name) =>
        System.IO.Path.GetExtension(name) is ".go" or ".s"
        && name[0] is not ('_' or '.')
        && !name.EndsWith("_test.go", StringComparison.Ordinal);

    private static string Source(LibraryDirectory directory) => directory.Path.Length == 0 ? "src" : "src/" + directory.Path;

    private readonly record struct Entry(string Name, bool IsDirectory, FileInfo? Info);
}
