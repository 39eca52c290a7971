using GoToolchain.Environments.StartFiles;
using GoToolchain.Inspection;

namespace GoToolchain.Environments.Shells;

/// <summary>
/// Which start-up files of a user a block belongs into, so that shells at login, interactive ones and scripts have the same PATH: bash(1) INVOCATION,
/// zsh(1) STARTUP/SHUTDOWN FILES, fish(1) CONFIGURATION FILES, about_Profiles of PowerShell. docs/shells.md has it as a table.
/// </summary>
/// <param name="host">The machine.</param>
internal sealed class ShellFiles(HostMachine host)
{
    private const string BashLogin = "bash at login";
    private const string ShellLogin = "bash and sh at login";
    private const string Interactive = "bash, interactive and not at login";

    /// <summary>The shells that a user has set up: that of <c>$SHELL</c>, and every one of which there is a start-up file.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.UnknownShell"/>: neither.</exception>
    public IReadOnlyList<GoShell> InUse()
    {
        var own = host.GetVariable("SHELL") is { } name ? GoShellNames.Find(name) : null;
        GoShell[] found = [.. Enum.GetValues<GoShell>().Where(s => s == own || All(s).Any(f => IsThere(f.Path)))];
        return found.Length > 0 ? found : [UserShell.Of(host)];
    }

    /// <summary>The files that have to hold the block.</summary>
    /// <param name="shell">The shell.</param>
    public IReadOnlyList<ShellFile> ToWrite(GoShell shell) =>
        shell switch
        {
            GoShell.Zsh => [.. Zsh().Where(f => f.Must || IsThere(f.File.Path)).Select(f => f.File)],
            GoShell.Fish => [Fish],
            GoShell.PowerShell => [.. PowerShell().Where(f => f.Must || IsThere(f.File.Path)).Select(f => f.File)],
            _ => [.. Bash()],
        };

    /// <summary>Every file that may hold one.</summary>
    /// <param name="shell">The shell.</param>
    public IReadOnlyList<ShellFile> All(GoShell shell) =>
        shell switch
        {
            GoShell.Zsh => [.. ZshEverywhere()],
            GoShell.Fish => [Fish],
            GoShell.PowerShell => [.. PowerShell().Select(f => f.File)],
            _ =>
            [
                new(GoShell.Bash, Home(".bash_profile"), BashLogin),
                new(GoShell.Bash, Home(".bash_login"), BashLogin),
                new(GoShell.Bash, Home(".profile"), ShellLogin),
                new(GoShell.Bash, Home(".bashrc"), Interactive),
            ],
        };

    private string Config => host.GetVariable("XDG_CONFIG_HOME") is { } set && Path.IsPathFullyQualified(set) ? set : Home(".config");

    private ShellFile Fish => new(GoShell.Fish, Path.Combine(Config, "fish", "config.fish"), "every fish, scripts too");

    // At login bash reads the first of three files, and sh only the last.
    private IEnumerable<ShellFile> Bash()
    {
        var last = Home(".profile");
        var own = new[] { Home(".bash_profile"), Home(".bash_login") }.FirstOrDefault(IsThere);
        own ??= host.Platform.Os == "darwin" && !IsThere(last) ? Home(".bash_profile") : null;
        if (own is not null)
        {
            yield return new(GoShell.Bash, own, BashLogin);
        }

        if (own is null || IsThere(last))
        {
            yield return new(GoShell.Bash, last, own is null ? ShellLogin : "sh at login");
        }

        yield return new(GoShell.Bash, Home(".bashrc"), Interactive);
    }

    // Every zsh reads .zshenv; what comes later may put another Go first, so the files that are there get the block too. On macOS /etc/zprofile
    // puts the system's directories first (path_helper).
    private IEnumerable<(ShellFile File, bool Must)> Zsh()
    {
        var survey = StartFileSurvey.Read(host);
        var first = Home(".zshenv");
        var moved = survey.Settings.LastOrDefault(s => s.Name == "ZDOTDIR" && s.File == first)?.Value;
        var given = host.GetVariable("ZDOTDIR");
        var isMovedByFirst = moved is not null && Path.IsPathFullyQualified(moved);
        var directory =
            isMovedByFirst ? moved!
            : given is not null && Path.IsPathFullyQualified(given) ? given
            : host.HomeDirectory;
        yield return (new(GoShell.Zsh, isMovedByFirst ? first : Path.Combine(directory, ".zshenv"), "every zsh, scripts too"), true);
        foreach (var file in ZshLater(directory))
        {
            yield return (file, file.Path.EndsWith(".zprofile", StringComparison.Ordinal) && host.Platform.Os == "darwin");
        }
    }

    private IEnumerable<ShellFile> ZshEverywhere()
    {
        var files = Zsh().Select(f => f.File).Append(new ShellFile(GoShell.Zsh, Home(".zshenv"), "every zsh, scripts too"));
        return files.Concat(ZshLater(host.HomeDirectory)).DistinctBy(f => f.Path);
    }

    private static IEnumerable<ShellFile> ZshLater(string directory) =>
        [
            new(GoShell.Zsh, Path.Combine(directory, ".zprofile"), "zsh at login"),
            new(GoShell.Zsh, Path.Combine(directory, ".zshrc"), "zsh, interactive"),
            new(GoShell.Zsh, Path.Combine(directory, ".zlogin"), "zsh at login, last"),
        ];

    // The one of all hosts. Windows PowerShell complains at each start about a profile that its policy forbids, so none is made for it.
    private IEnumerable<(ShellFile File, bool Must)> PowerShell()
    {
        const string who = "PowerShell, unless started with -NoProfile";
        if (!host.Platform.IsWindows)
        {
            yield return (new(GoShell.PowerShell, Path.Combine(Config, "powershell", "profile.ps1"), who), true);
            yield break;
        }

        yield return (new(GoShell.PowerShell, Home(Path.Combine("Documents", "PowerShell", "profile.ps1")), who), true);
        var old = Home(Path.Combine("Documents", "WindowsPowerShell", "profile.ps1"));
        yield return (new(GoShell.PowerShell, old, "Windows PowerShell, unless started with -NoProfile"), false);
    }

    private string Home(string name) => Path.Combine(host.HomeDirectory, name);

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
}
