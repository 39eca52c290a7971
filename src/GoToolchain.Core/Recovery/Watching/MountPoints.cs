using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Watching;

/// <summary>What is mounted on a tree and inside it: <c>/proc/self/mountinfo</c> (proc(5)), which can be waited for.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MountPoints : IDisposable
{
    private const string File = "/proc/self/mountinfo";
    private readonly string _root;
    private string _known;

    /// <summary>Remembers what is mounted now.</summary>
    /// <param name="root">The tree: absolute.</param>
    public MountPoints(string root)
    {
        _root = root;
        try
        {
            Handle = System.IO.File.OpenHandle(File, options: FileOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without /proc: the root itself is asked for every second all the same.
        }

        _known = Read();
    }

    /// <summary>Becomes ready when anything is mounted or unmounted; null where that cannot be had.</summary>
    public SafeFileHandle? Handle { get; }

    /// <summary>Something else is mounted in the tree than before.</summary>
    public bool HaveChanged()
    {
        var before = _known;
        _known = Read();
        return before != _known;
    }

    /// <inheritdoc/>
    public void Dispose() => Handle?.Dispose();

    // 36 35 98:0 /mnt1 /mnt2 rw,noatime …: the fifth is where.
    private string Read()
    {
        try
        {
            var resolved = new Locating.LinkResolver().Resolve(_root) ?? _root;
            return string.Join('\n', System.IO.File.ReadLines(File).Where(line => IsInTree(line, resolved)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool IsInTree(string line, string resolved)
    {
        var where = line.Split(' ', 6) is { Length: > 4 } fields ? fields[4].Replace("\\040", " ", StringComparison.Ordinal) : "";
        return where == resolved || where.StartsWith(resolved + "/", StringComparison.Ordinal);
    }
}
