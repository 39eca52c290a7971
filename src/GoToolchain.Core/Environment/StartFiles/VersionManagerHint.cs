namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a start-up file that runs or reads something of a version manager usually does to Go.</summary>
/// <param name="Program">The version manager.</param>
/// <param name="Effect">One sentence.</param>
internal sealed record VersionManagerHint(string Program, string Effect)
{
    private static readonly (string Text, VersionManagerHint Hint)[] s_known =
    [
        ("goenv init", new("goenv", "It puts its shims first on PATH and sets GOROOT and GOPATH.")),
        (".gvm/scripts/gvm", new("gvm", "It sets GOROOT and GOPATH and puts its Go first on PATH.")),
        (".g/env", new("g", "It sets GOROOT and puts its Go first on PATH.")),
        ("asdf", new("asdf", "It puts its shims on PATH; its Go plugin may set GOROOT.")),
        ("mise activate", new("mise", "It changes PATH at every prompt, and sets GOROOT and GOBIN where a Go is configured.")),
        ("rtx activate", new("mise", "It changes PATH at every prompt, and sets GOROOT and GOBIN where a Go is configured.")),
        ("direnv hook", new("direnv", "It sets what the .envrc of the directory says.")),
        ("brew shellenv", new("Homebrew", "It puts Homebrew's programs first on PATH.")),
        ("gimme", new("gimme", "It sets GOROOT and puts its Go first on PATH.")),
    ];

    /// <summary>Looks for one in a command.</summary>
    /// <param name="command">The command, or the file that is read, as it is written.</param>
    /// <returns>Null when there is none.</returns>
    public static VersionManagerHint? Of(string command) =>
        s_known.FirstOrDefault(k => command.Contains(k.Text, StringComparison.Ordinal)).Hint;
}
