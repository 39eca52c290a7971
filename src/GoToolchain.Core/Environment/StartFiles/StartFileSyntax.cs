namespace GoToolchain.Environments.StartFiles;

/// <summary>How a start-up file is written.</summary>
internal enum StartFileSyntax
{
    /// <summary>A script for sh, bash or zsh.</summary>
    Posix,

    /// <summary>A script for fish.</summary>
    Fish,

    /// <summary>The universal variables that fish keeps.</summary>
    FishVariables,

    /// <summary>A script for PowerShell.</summary>
    PowerShell,

    /// <summary>Lines <c>NAME=VALUE</c> that nobody expands (/etc/environment; pam_env(8)).</summary>
    PlainList,

    /// <summary>Lines <c>NAME DEFAULT=VALUE</c> (pam_env.conf(5)).</summary>
    PamList,

    /// <summary>Lines <c>NAME=VALUE</c> with <c>${NAME}</c> (environment.d(5)).</summary>
    SystemdList,

    /// <summary>One directory of PATH on each line (path_helper(8) of macOS).</summary>
    Directories,
}
