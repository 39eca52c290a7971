using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.Locating.Launchers;

/// <summary>A file called <c>go</c> that no GOROOT surrounds.</summary>
internal sealed class LauncherFile
{
    // The shims of all managers have less; what a script says after this does not count.
    private const int MostText = 8 * 1024;

    private LauncherFile(string path, string target) => (Path, Target) = (path, target);

    /// <summary>As it was found.</summary>
    public string Path { get; }

    /// <summary>The file that it is when all links are followed.</summary>
    public string Target { get; }

    /// <summary>The name of <see cref="Target"/> without <c>.exe</c>.</summary>
    public string TargetName =>
        Target.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            ? System.IO.Path.GetFileNameWithoutExtension(Target)
            : System.IO.Path.GetFileName(Target);

    /// <summary>The beginning of a script; empty for anything else.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What its first bytes say.</summary>
    public ExecutableHeader Header { get; private init; }

    /// <summary>It is a regular file with bytes in it.</summary>
    public bool IsFile { get; private init; }

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="path">Absolute: something is there.</param>
    /// <param name="facts">What the file system says about it.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LauncherFile Read(string path, FileFacts facts)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        if (facts is not { Kind: FileKind.File, Length: > 0 })
        {
            return new LauncherFile(path, target);
        }

        var head = FileHead.Read(path, new byte[MostText]);
        var header = ExecutableHeader.Parse(head);
        var isScript =
            header.Format == ExecutableFormat.Script
            || (header.Format == ExecutableFormat.Unknown && System.IO.Path.GetExtension(path) is ".cmd" or ".bat");
        return new LauncherFile(path, target)
        {
            Text = isScript ? Encoding.UTF8.GetString(head) : "",
            Header = header,
            IsFile = true,
        };
    }

    /// <summary>Whether a text in a script can be the path of something.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPath(string text) => System.IO.Path.IsPathFullyQualified(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1f');

    /// <summary>Whether it was found in a directory.</summary>
    /// <param name="directory">Absolute.</param>
    public bool IsIn(string directory) => System.IO.Path.GetDirectoryName(Path) == directory;
}
