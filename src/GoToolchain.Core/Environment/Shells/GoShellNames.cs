namespace GoToolchain;

/// <summary>The names of shells.</summary>
public static class GoShellNames
{
    /// <summary>The shell of a name or path, as people write it and as <c>$SHELL</c> has it: <c>pwsh</c>, <c>/usr/bin/zsh</c>. For sh and ksh it is Bash.</summary>
    /// <param name="name">The name or path.</param>
    /// <returns>Null when it is none that is written for.</returns>
    public static GoShell? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.GetFileName(name.Replace('\\', '/')).ToUpperInvariant() switch
        {
            "BASH" or "SH" or "DASH" or "ASH" or "KSH" or "MKSH" or "BASH.EXE" or "SH.EXE" => GoShell.Bash,
            "ZSH" => GoShell.Zsh,
            "FISH" => GoShell.Fish,
            "POWERSHELL" or "PWSH" or "POWERSHELL.EXE" or "PWSH.EXE" => GoShell.PowerShell,
            _ => null,
        };
    }

    /// <summary>The name of a shell: <c>bash</c>, <c>zsh</c>, <c>fish</c>, <c>powershell</c>.</summary>
    /// <param name="shell">The shell.</param>
    public static string ToName(this GoShell shell) =>
        shell switch
        {
            GoShell.Bash => "bash",
            GoShell.Zsh => "zsh",
            GoShell.Fish => "fish",
            _ => "powershell",
        };
}
