using GoToolchain.Inspection;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>How to get a C compiler with the headers of the C library, on this system.</summary>
internal static class CompilerPackages
{
    // Real ones have some hundred bytes.
    private const int MostBytes = 64 * 1024;

    /// <summary>What to run: one sentence.</summary>
    /// <param name="host">The machine.</param>
    public static string Advice(HostMachine host) =>
        host.Platform.Os switch
        {
            "darwin" => "Run `xcode-select --install`.",
            "windows" => "Install a MinGW-w64 gcc and put it on PATH.",
            _ => Command(host) is { } command
                ? $"Run `{command}` (or ask somebody who may)."
                : "Install gcc or clang, and the headers of the C library.",
        };

    private static string? Command(HostMachine host)
    {
        foreach (var system in Systems(host))
        {
            var command = system switch
            {
                "debian" or "ubuntu" => "apt-get install gcc libc6-dev",
                "alpine" => "apk add gcc musl-dev",
                "fedora" or "rhel" or "centos" or "amzn" => "dnf install gcc glibc-devel",
                "arch" => "pacman -S gcc",
                "suse" or "opensuse" => "zypper install gcc glibc-devel",
                "void" => "xbps-install gcc glibc-devel",
                _ => null,
            };
            if (command is not null)
            {
                return command;
            }
        }

        return null;
    }

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
