using System.Runtime.InteropServices;

namespace GoToolchain.Fixtures;

/// <summary>
/// A copy of a real GOROOT to be damaged. Its files are hard links, so it costs little; every change first puts a file of its own in the place of
/// the link, so that the original never changes. What was damaged can be put back, and the next damage done to the same copy.
/// </summary>
public sealed partial class GoRootCopy : IDisposable
{
    private readonly string _original;
    private readonly bool _isOwner;

    private GoRootCopy(string original, string root, bool isOwner) => (_original, Root, _isOwner) = (original, root, isOwner);

    /// <summary>GOROOT: absolute.</summary>
    public string Root { get; }

    /// <summary>A path inside it.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public string this[string path] => Path.Combine(Root, path);

    /// <summary>Copies a tree into a new directory on the same volume, which is removed at the end.</summary>
    /// <param name="go">The original.</param>
    public static GoRootCopy Of(GoInstallation go)
    {
        ArgumentNullException.ThrowIfNull(go);
        var parent = RepositoryRoot.File("artifacts", "test-copies");
        var copy = new GoRootCopy(go.Root, Path.Combine(parent, Guid.NewGuid().ToString("N"), Path.GetFileName(go.Root)), isOwner: true);
        LinkTree(copy._original, copy.Root);
        return copy;
    }

    /// <summary>Copies a tree to where a test wants it.</summary>
    /// <param name="go">The original.</param>
    /// <param name="root">A directory that does not exist: absolute. The caller removes it.</param>
    public static GoRootCopy At(GoInstallation go, string root)
    {
        ArgumentNullException.ThrowIfNull(go);
        LinkTree(go.Root, root);
        return new GoRootCopy(go.Root, root, isOwner: false);
    }

    /// <summary>Removes a file or a directory.</summary>
    /// <param name="path">Relative.</param>
    public void Delete(string path)
    {
        if (Directory.Exists(this[path]) && new DirectoryInfo(this[path]).LinkTarget is null)
        {
            Directory.Delete(this[path], recursive: true);
        }
        else if (Directory.Exists(Path.GetDirectoryName(this[path])))
        {
            File.Delete(this[path]);
        }
    }

    /// <summary>Puts a file in the place of what is there.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="executable">It may be executed.</param>
    public void Write(string path, ReadOnlySpan<byte> content, bool executable = false)
    {
        Delete(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        using (var file = File.Create(this[path]))
        {
            file.Write(content);
        }

        if (executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                this[path],
                File.GetUnixFileMode(this[path]) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
            );
        }
    }

    /// <summary>Puts a text file in the place of what is there.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="content">Its text.</param>
    /// <param name="executable">It may be executed.</param>
    public void Write(string path, string content, bool executable = false) =>
        Write(path, System.Text.Encoding.UTF8.GetBytes(content), executable);

    /// <summary>Cuts a file, and keeps its permissions.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="keep">How much of it stays: 0 to 1.</param>
    public void Truncate(string path, double keep)
    {
        var executable = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(this[path]) & UnixFileMode.UserExecute) != 0;
        var content = File.ReadAllBytes(this[path]);
        Write(path, content.AsSpan(0, (int)(content.Length * keep)), executable);
    }

    /// <summary>Sets the permissions of a file.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="mode">All of them.</param>
    public void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Windows has no modes.");
        }

        if (File.Exists(this[path]))
        {
            Write(path, File.ReadAllBytes(this[path]));
        }

        File.SetUnixFileMode(this[path], mode);
    }

    /// <summary>Puts a file or a directory of another tree in the place of what is there.</summary>
    /// <param name="other">The other GOROOT: absolute.</param>
    /// <param name="path">Relative to both.</param>
    public void TakeFrom(string other, string path) => Link(Path.Combine(other, path), path);

    /// <summary>Puts every file of another tree over this one, as <c>tar -x</c> does: what only this one has stays.</summary>
    /// <param name="other">The other GOROOT: absolute.</param>
    public void Overlay(string other) => LinkTree(other, Root);

    /// <summary>Puts back what the original has there.</summary>
    /// <param name="path">Relative.</param>
    public void Restore(string path)
    {
        Delete(path);
        if (Path.Exists(Path.Combine(_original, path)))
        {
            Link(Path.Combine(_original, path), path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwner)
        {
            Directory.Delete(Path.GetDirectoryName(Root)!, recursive: true);
        }
    }

    private void Link(string source, string path)
    {
        Delete(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        if (Directory.Exists(source))
        {
            LinkTree(source, this[path]);
        }
        else
        {
            LinkFile(source, this[path]);
        }
    }

    private static void LinkTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.Delete(target);
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                LinkTree(entry.FullName, target);
            }
            else
            {
                File.Delete(target);
                LinkFile(entry.FullName, target);
            }
        }
    }

    // Another volume, and systems that forbid it (protected_hardlinks, proc(5)), get real copies.
    private static void LinkFile(string from, string to)
    {
        if (OperatingSystem.IsWindows() || link(from, to) != 0)
        {
            File.Copy(from, to);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int link(string from, string to);
}
