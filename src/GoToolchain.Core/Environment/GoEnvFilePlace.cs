namespace GoToolchain.Environments;

/// <summary>Where the user's file of Go settings is (cmd/go/internal/cfg, <c>EnvFile</c>; os.UserConfigDir).</summary>
/// <param name="Path">The file; null when Go has no place for it.</param>
/// <param name="IsNamed">The variable GOENV names it.</param>
/// <param name="IsOff">The variable GOENV says that there is none.</param>
/// <param name="Problem">Why there is no place: one sentence.</param>
internal sealed record GoEnvFilePlace(string? Path, bool IsNamed = false, bool IsOff = false, string? Problem = null)
{
    /// <summary>Finds it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="version">The Go that looks; null: the newest.</param>
    public static GoEnvFilePlace Of(HostMachine host, GoVersion? version)
    {
        if (host.GetVariable("GOENV") is { } named)
        {
            return named == "off" ? new GoEnvFilePlace(null, IsNamed: true, IsOff: true) : new GoEnvFilePlace(named, IsNamed: true);
        }

        var directory = GoUserDirectories.Config(host, version, out var problem);
        return directory is null
            ? new GoEnvFilePlace(null, Problem: $"There is no place for the go/env file: {problem}.")
            : new GoEnvFilePlace(GoFilePath.Join(directory, "go/env"));
    }
}
