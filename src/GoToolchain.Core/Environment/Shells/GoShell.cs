namespace GoToolchain;

/// <summary>The shells whose start-up files are known well enough to write to them.</summary>
public enum GoShell
{
    /// <summary>Bash, and sh, which reads one of its files.</summary>
    Bash,

    /// <summary>Zsh.</summary>
    Zsh,

    /// <summary>Fish.</summary>
    Fish,

    /// <summary>PowerShell, and Windows PowerShell.</summary>
    PowerShell,
}
