using GoToolchain.Inspection;

namespace GoToolchain.Execution.CCompilers;

/// <summary>Which package manager a machine has, and how it is told to install something.</summary>
internal static class PackageManagers
{
    // Real ones have some hundred bytes.
    private const int MostBytes = 64 * 1024;

    /// <summary>That of a machine: by its system, on Linux by os-release(5).</summary>
    /// <param name="host">The machine.</param>
    public static PackageManager Of(HostMachine host) =>
        host.Platform.Os switch
        {
            "darwin" => PackageManager.Homebrew,
            "windows" => PackageManager.WinGet,
            _ => Systems(host).Select(OfSystem).FirstOrDefault(p => p != PackageManager.Unknown),
        };

    /// <summary>The command that installs packages.</summary>
    /// <param name="manager">One that is known.</param>
    /// <param name="packages">The packages.</param>
    public static string Command(PackageManager manager, string packages) =>
        manager switch
        {
            PackageManager.Apt => "apt-get install ",
            PackageManager.Dnf => "dnf install ",
            PackageManager.Pacman => "pacman -S ",
            PackageManager.Apk => "apk add ",
            PackageManager.Zypper => "zypper install ",
            PackageManager.Xbps => "xbps-install ",
            PackageManager.Homebrew => "brew install ",
            PackageManager.WinGet => "winget install ",
            _ => throw new ArgumentOutOfRangeException(nameof(manager), manager, null),
        } + packages;

    private static PackageManager OfSystem(string id) =>
        id switch
        {
            "debian" or "ubuntu" => PackageManager.Apt,
            "fedora" or "rhel" or "centos" or "amzn" => PackageManager.Dnf,
            "arch" => PackageManager.Pacman,
            "alpine" => PackageManager.Apk,
            "suse" or "opensuse" => PackageManager.Zypper,
            "void" => PackageManager.Xbps,
            _ => PackageManager.Unknown,
        };

    // os-release(5): ID, then the systems that it is like.
    private static string[] Systems(HostMachine host)
    {
        try
        {
            var file = host.Rooted("/etc/os-release");
            if (FileFacts.Of(file) is not { Kind: FileKind.File, Length: > 0 and < MostBytes })
            {
                return [];
            }

            var lines = File.ReadAllLines(file);
            return [.. Values(lines, "ID="), .. Values(lines, "ID_LIKE=")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the advice is a general one.
            return [];
        }
    }

    private static IEnumerable<string> Values(string[] lines, string key) =>
        lines
            .Where(l => l.StartsWith(key, StringComparison.Ordinal))
            .SelectMany(l => l[key.Length..].Trim('"', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
