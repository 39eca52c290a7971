using System.Text;
using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Environments.Places;

/// <summary>The mounted file systems of this process; empty where there is no such table.</summary>
internal sealed class MountTable
{
    // Machines with thousands of containers have some megabytes.
    private const int MostBytes = 1 << 23;
    private readonly List<Mount> _mounts;
    private readonly LinkResolver _links = new();

    private MountTable(List<Mount> mounts) => _mounts = mounts;

    /// <summary>Reads the table.</summary>
    /// <param name="host">The machine.</param>
    public static MountTable Read(HostMachine host)
    {
        var file = host.Rooted("/proc/self/mountinfo");
        if (LinuxFileStatus.Of(file) is not { IsRegularFile: true })
        {
            return new MountTable([]);
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var buffer = new byte[MostBytes];
            var length = stream.ReadAtLeast(buffer, MostBytes, throwOnEndOfStream: false);
            return new MountTable([.. Encoding.UTF8.GetString(buffer, 0, length).Split('\n').Select(Parse).OfType<Mount>()]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new MountTable([]);
        }
    }

    /// <summary>The file system on which a path lies; null when it is not known.</summary>
    /// <param name="path">Absolute.</param>
    public Mount? Find(string path)
    {
        var resolved = _links.Resolve(path) ?? path;
        // The last of two mounts on one point hides the first.
        return _mounts
            .Where(m => resolved == m.Point || m.Point == "/" || resolved.StartsWith(m.Point + "/", StringComparison.Ordinal))
            .OrderBy(m => m.Point.Length)
            .LastOrDefault();
    }

    // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    private static Mount? Parse(string line)
    {
        var words = line.Split(' ');
        var dash = Array.IndexOf(words, "-");
        return dash < 6 || words.Length < dash + 4
            ? null
            : new Mount(Unescape(words[4]), words[dash + 1], [.. words[5].Split(','), .. words[dash + 3].Split(',')]);
    }

    private static string Unescape(string text) =>
        text.Replace("\\040", " ", StringComparison.Ordinal)
            .Replace("\\011", "\t", StringComparison.Ordinal)
            .Replace("\\012", "\n", StringComparison.Ordinal)
            .Replace("\\134", "\\", StringComparison.Ordinal);
}
