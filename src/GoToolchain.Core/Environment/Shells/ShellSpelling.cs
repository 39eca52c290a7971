namespace GoToolchain.Environments.Shells;

/// <summary>Writes a directory as a word of a shell, by way of <c>$HOME</c> where it lies below: so a home may move, or be shared.</summary>
internal static class ShellSpelling
{
    /// <summary>For sh, bash and zsh: inside double quotes, which it does not write itself.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="directory">Absolute.</param>
    public static string Posix(HostMachine host, string directory)
    {
        var (home, rest) = Split(host, directory);
        // Git Bash and MSYS call C:\x /c/x.
        var unix =
            !host.Platform.IsWindows ? rest
            : home ? rest.Replace('\\', '/')
            : rest is [var drive, ':', ..] ? $"/{char.ToLowerInvariant(drive)}{rest[2..].Replace('\\', '/')}"
            : rest;
        return (home ? "${HOME}" : "") + Escape(unix, '\\', "\\\"$`");
    }

    /// <summary>For fish: inside double quotes.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="directory">Absolute.</param>
    public static string Fish(HostMachine host, string directory)
    {
        var (home, rest) = Split(host, directory);
        return (home ? "$HOME" : "") + Escape(rest, '\\', "\\\"$");
    }

    /// <summary>For PowerShell: inside double quotes, and it takes typographic ones for the same.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="directory">Absolute.</param>
    public static string PowerShell(HostMachine host, string directory)
    {
        var (home, rest) = Split(host, directory);
        return (home ? "$HOME" : "") + Escape(rest, '`', "`\"$\u201c\u201d\u201e");
    }

    private static (bool IsBelowHome, string Remainder) Split(HostMachine host, string directory) =>
        host.HomeDirectory.Length > 1 && directory.StartsWith(host.HomeDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? (true, directory[host.HomeDirectory.Length..])
            : (false, directory);

    private static string Escape(string text, char escape, string special) =>
        string.Concat(text.Select(c => special.Contains(c, StringComparison.Ordinal) ? $"{escape}{c}" : c.ToString()));
}
