using System.IO.Enumeration;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>
/// Lists the directories of the standard library that any release has, each once, and compares their files with what the version should have.
/// Other directories are not entered, so that no link can lead in a circle; sizes are asked for only where every program needs the package.
/// </summary>
/// <param name="expectation">What the version should have.</param>
internal sealed class LibraryScan(LibraryExpectation expectation)
{
    // The runtime has 900; nothing else comes near.
    private const int MostEntries = 10_000;

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

    /// <summary>Scans a directory and those in it.</summary>
    /// <param name="directory">What should be there.</param>
    /// <param name="path">Where it is: absolute.</param>
    public void Run(LibraryDirectory directory, string path)
    {
        // Those of needed packages are looked at, all others only named.
        var isNeeded = directory.Package is { } needed && expectation.IsNeededByAll(needed);
        var children = new List<LibraryDirectory>(directory.Children.Count);
        var files = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, isDirectory, info) in List(path, isNeeded).Take(MostEntries))
            {
                if (!isDirectory)
                {
                    files.Add(name);
                    if (info is not null && directory.Package!.Find(name) is { } file && !expectation.Excludes(file.Trees))
                    {
                        LookAt(directory, info);
                    }
                }
                else if (directory.Find(name) is { } child)
                {
                    children.Add(child);
                }
            }
        }
        catch (UnauthorizedAccessException)
        {
            BadFiles.Add((Source(directory), GoRootFindingKind.Unreadable, "may not be read by this user"));
            return;
        }
        catch (IOException e)
        {
            BadFiles.Add((Source(directory), GoRootFindingKind.Unreadable, $"cannot be read: {e.Message}"));
            return;
        }

        if (directory.Package is { } package)
        {
            Compare(directory, package, files);
        }

        MissingPackages.AddRange(directory.Children.Except(children).SelectMany(c => c.Descendants).Where(IsMissed));
        foreach (var child in children)
        {
            Run(child, System.IO.Path.Combine(path, child.Name));
        }
    }

    private bool IsMissed(LibraryDirectory directory) => directory.Package is { } package && expectation.Requires(package);

    private static FileSystemEnumerable<(string Name, bool IsDirectory, FileInfo? Info)> List(string path, bool withFacts) =>
        new(
            path,
            (ref FileSystemEntry entry) =>
                (entry.FileName.ToString(), entry.IsDirectory, withFacts && !entry.IsDirectory ? (FileInfo)entry.ToFileSystemInfo() : null),
            s_everything
        );

    private void LookAt(LibraryDirectory directory, FileInfo info)
    {
        // What a link leads to is another question to the file system.
        var isLink = info.LinkTarget is not null;
        var facts = isLink ? FileFacts.Of(info.FullName) : new FileFacts(FileKind.File, info.Length);
        if (facts.Kind == FileKind.DanglingLink)
        {
            BadFiles.Add(($"{Source(directory)}/{info.Name}", GoRootFindingKind.DanglingLink, "is a link that leads nowhere"));
        }
        else if (facts.Length == 0)
        {
            BadFiles.Add(($"{Source(directory)}/{info.Name}", GoRootFindingKind.Empty, "is empty or not a regular file"));
        }
        else if (!isLink && !OperatingSystem.IsWindows() && !info.UnixFileMode.HasFlag(UnixFileMode.OtherRead) && !MayRead(info.FullName))
        {
            BadFiles.Add(($"{Source(directory)}/{info.Name}", GoRootFindingKind.Unreadable, "may not be read by this user"));
        }
    }

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
}
