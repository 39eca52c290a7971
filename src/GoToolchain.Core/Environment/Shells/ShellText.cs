namespace GoToolchain.Environments.Shells;

/// <summary>
/// What a shell has to run so that directories come first on PATH. Each is moved there from where it was, so that running it again changes nothing;
/// no process is started, and nothing but PATH is left behind.
/// </summary>
internal static class ShellText
{
    /// <summary>The lines, without their ends.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="directories">The directories.</param>
    public static IReadOnlyList<string> Of(GoShell shell, ShellDirectories directories) =>
        shell switch
        {
            GoShell.Fish => Fish([.. directories.All.Select(d => $"\"{ShellSpelling.Fish(directories.Host, d)}\"")]),
            GoShell.PowerShell => PowerShell(
                [.. directories.All.Select(d => $"\"{ShellSpelling.PowerShell(directories.Host, d)}\"")],
                directories.Host.Platform.IsWindows
            ),
            _ => Posix([.. directories.All.Select(d => ShellSpelling.Posix(directories.Host, d))]),
        };

    // For any POSIX shell. Colons at both ends make every entry look alike; the first one stays, as what joins the rest to the new entries.
    private static string[] Posix(string[] words) =>
        [
            "gotoolchain_path=\":${PATH}:\"",
            $"for gotoolchain_dir in {string.Join(' ', words.Select(w => $"\"{w}\""))}; do",
            "    while case \"${gotoolchain_path}\" in *\":${gotoolchain_dir}:\"*) true ;; *) false ;; esac; do",
            "        gotoolchain_path=\"${gotoolchain_path%%\":${gotoolchain_dir}:\"*}:${gotoolchain_path#*\":${gotoolchain_dir}:\"}\"",
            "    done",
            "done",
            "gotoolchain_path=\"${gotoolchain_path%:}\"",
            $"export PATH=\"{string.Join(':', words)}${{gotoolchain_path}}\"",
            "unset gotoolchain_path gotoolchain_dir",
        ];

    // Without fish_add_path, which is of 3.2.
    private static string[] Fish(string[] words) =>
        [
            $"for gotoolchain_dir in {string.Join(' ', words)}",
            "    while set --local gotoolchain_at (contains --index -- $gotoolchain_dir $PATH)",
            "        set --erase PATH[$gotoolchain_at]",
            "    end",
            "end",
            $"set --global --export PATH {string.Join(' ', words)} $PATH",
            "set --erase gotoolchain_dir",
        ];

    private static string[] PowerShell(string[] words, bool isWindows)
    {
        var (separator, notIn) = isWindows ? (';', "-notin") : (':', "-cnotin");
        return
        [
            $"$gotoolchainDirs = @({string.Join(", ", words)})",
            $"$gotoolchainPath = @($env:PATH -split '{separator}' | Where-Object {{ $_ {notIn} $gotoolchainDirs }})",
            $"$env:PATH = ($gotoolchainDirs + $gotoolchainPath) -join '{separator}'",
            "Remove-Variable gotoolchainDirs, gotoolchainPath",
        ];
    }
}
