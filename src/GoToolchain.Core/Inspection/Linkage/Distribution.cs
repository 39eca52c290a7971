using System.Text;

namespace GoToolchain.Inspection.Linkage;

/// <summary>Which distribution a machine has; see os-release(5).</summary>
internal static class Distribution
{
    /// <summary>Reads it.</summary>
    /// <param name="host">The machine.</param>
    public static DistributionFamily FamilyOf(HostMachine host)
    {
        var words = ReadWords(host.Rooted("/etc/os-release"));
        return words.Overlaps(["debian", "ubuntu"]) ? DistributionFamily.Debian
            : words.Contains("alpine") ? DistributionFamily.Alpine
            : words.Overlaps(["fedora", "rhel", "centos"]) ? DistributionFamily.Fedora
            : DistributionFamily.Other;
    }

    private static HashSet<string> ReadWords(string file)
    {
        try
        {
            if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 })
            {
                return [];
            }

            var lines = Encoding.UTF8.GetString(FileHead.Read(file, new byte[8192])).Split('\n');
            return
            [
                .. lines
                    .Where(l => l.StartsWith("ID=", StringComparison.Ordinal) || l.StartsWith("ID_LIKE=", StringComparison.Ordinal))
                    .SelectMany(l => l[(l.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"', '\'').Split(' ')),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
