namespace GoToolchain.Environments.Shells;

/// <summary>The shell of this user.</summary>
internal static class UserShell
{
    /// <summary>The shell that this user has: that of <c>$SHELL</c>, else the one of the system.</summary>
    /// <param name="host">The machine.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.UnknownShell"/>.</exception>
    public static GoShell Of(HostMachine host) =>
        host.GetVariable("SHELL") is not { } named ? (host.Platform.IsWindows ? GoShell.PowerShell : GoShell.Bash)
        : GoShellNames.Find(named) is { } shell ? shell
        : throw new GoToolchainException(
            GoErrorCodes.UnknownShell,
            $"$SHELL is {named}, for which nothing is written.",
            "SHELL",
            "Name a shell with --shell: bash (also right for sh), zsh, fish or powershell."
        );
}
