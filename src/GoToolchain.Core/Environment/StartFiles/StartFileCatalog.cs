using GoToolchain.Inspection;

namespace GoToolchain.Environments.StartFiles;

/// <summary>
/// The start-up files of a user, in the order in which they take effect: pam_env(8), environment.d(5), bash(1) INVOCATION, zsh(1) STARTUP/SHUTDOWN
/// FILES, fish(1) CONFIGURATION FILES, about_Profiles of PowerShell.
/// </summary>
/// <param name="host">The machine.</param>
internal sealed class StartFileCatalog(HostMachine host)
{
    // More files than this in one directory are no configuration.
    private const int MostInDirectory = 200;
    private const string AtLogin = "bash and sh at login";

    /// <summary>All places, whether there is a file or not.</summary>
    /// <param name="zshDirectory">Where zsh looks instead of the home directory.</param>
    public IEnumerable<StartFile> All(string? zshDirectory = null) =>
        host.Platform.IsWindows ? PowerShell() : [.. Sessions(), .. Bash(), .. Zsh(zshDirectory), .. Fish(), .. PowerShell()];

    private string Config => Absolute("XDG_CONFIG_HOME") ?? Home(".config");

    private IEnumerable<StartFile> Sessions()
    {
        const string pam = "every login through PAM";
        const string systemd = "graphical sessions and services of systemd's user manager";
        yield return new(host.Rooted("/etc/environment"), StartFileSyntax.PlainList, pam);
        yield return new(host.Rooted("/etc/security/pam_env.conf"), StartFileSyntax.PamList, pam);
        yield return new(Home(".pam_environment"), StartFileSyntax.PamList, "logins through PAM, where it is told to (user_readenv)");
        foreach (var directory in (string[])["/usr/lib/environment.d", "/etc/environment.d"])
        {
            foreach (var file in FilesIn(host.Rooted(directory), ".conf"))
            {
                yield return new(file, StartFileSyntax.SystemdList, systemd);
            }
        }

        foreach (var file in FilesIn(Path.Combine(Config, "environment.d"), ".conf"))
        {
            yield return new(file, StartFileSyntax.SystemdList, systemd);
        }

        if (host.Platform.Os == "darwin")
        {
            foreach (var file in (string[])[host.Rooted("/etc/paths"), .. FilesIn(host.Rooted("/etc/paths.d"), "")])
            {
                yield return new(file, StartFileSyntax.Directories, "bash, sh and zsh at login (path_helper)");
            }
        }
    }

    private IEnumerable<StartFile> Bash()
    {
        yield return Posix(host.Rooted("/etc/profile"), AtLogin);
        foreach (var file in FilesIn(host.Rooted("/etc/profile.d"), ".sh"))
        {
            yield return Posix(file, AtLogin);
        }

        // Bash reads the first of three; sh knows only the last.
        string[] candidates = [Home(".bash_profile"), Home(".bash_login"), Home(".profile")];
        var read = candidates.FirstOrDefault(IsThere) ?? candidates[2];
        foreach (var file in candidates)
        {
            var isForAll = file == candidates[2];
            var who =
                file == read ? (isForAll ? AtLogin : "bash at login")
                : isForAll ? $"sh at login, but not bash, which reads {Path.GetFileName(read)} instead"
                : $"nobody: bash reads {Path.GetFileName(read)} instead";
            yield return Posix(file, who);
        }

        foreach (var file in (string[])[host.Rooted("/etc/bash.bashrc"), host.Rooted("/etc/bashrc"), Home(".bashrc")])
        {
            yield return Posix(file, "bash, interactive and not at login");
        }

        if (Absolute("BASH_ENV") is { } scripts)
        {
            yield return Posix(scripts, "bash scripts (BASH_ENV)");
        }

        if (Absolute("ENV") is { } interactive)
        {
            yield return Posix(interactive, "sh, interactive (ENV)");
        }
    }

    private IEnumerable<StartFile> Zsh(string? zshDirectory)
    {
        (string Name, string Who)[] kinds =
        [
            ("zshenv", "every zsh, scripts too"),
            ("zprofile", "zsh at login"),
            ("zshrc", "zsh, interactive"),
            ("zlogin", "zsh at login, last"),
        ];
        foreach (var (name, who) in kinds)
        {
            yield return Posix(host.Rooted($"/etc/{name}"), who);
            yield return Posix(host.Rooted($"/etc/zsh/{name}"), who);
            yield return Posix(Path.Combine(zshDirectory ?? host.HomeDirectory, "." + name), who);
        }
    }

    private IEnumerable<StartFile> Fish()
    {
        const string who = "every fish, scripts too";
        foreach (var directory in (string[])[host.Rooted("/etc/fish"), Path.Combine(Config, "fish")])
        {
            foreach (var file in FilesIn(Path.Combine(directory, "conf.d"), ".fish"))
            {
                yield return new(file, StartFileSyntax.Fish, who);
            }

            yield return new(Path.Combine(directory, "config.fish"), StartFileSyntax.Fish, who);
        }

        yield return new(Path.Combine(Config, "fish", "fish_variables"), StartFileSyntax.FishVariables, "every fish (universal variables)");
    }

    private IEnumerable<StartFile> PowerShell()
    {
        string[] directories = host.Platform.IsWindows
            ? [Home(Path.Combine("Documents", "PowerShell")), Home(Path.Combine("Documents", "WindowsPowerShell"))]
            : [Path.Combine(Config, "powershell")];
        foreach (var directory in directories)
        {
            foreach (var name in (string[])["profile.ps1", "Microsoft.PowerShell_profile.ps1"])
            {
                yield return new(Path.Combine(directory, name), StartFileSyntax.PowerShell, "PowerShell, unless started with -NoProfile");
            }
        }
    }

    private static StartFile Posix(string path, string readBy) => new(path, StartFileSyntax.Posix, readBy);

    private string Home(string name) => Path.Combine(host.HomeDirectory, name);

    private string? Absolute(string variable) => host.GetVariable(variable) is { } path && Path.IsPathFullyQualified(path) ? path : null;

    private static bool IsThere(string file)
    {
        try
        {
            return FileFacts.Of(file).Kind == FileKind.File;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> FilesIn(string directory, string extension)
    {
        try
        {
            return Directory.Exists(directory)
                ? Directory
                    .EnumerateFiles(directory)
                    .Take(MostInDirectory)
                    .Where(f => f.EndsWith(extension, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .ToArray()
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The shell cannot list it either.
            return [];
        }
    }
}
