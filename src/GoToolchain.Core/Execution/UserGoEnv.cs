namespace GoToolchain.Execution;

/// <summary>The user's go/env file, which <c>go env -w</c> writes and every <c>go</c> of that user reads (<c>go help env</c>).</summary>
internal static class UserGoEnv
{
    // Some dozen lines in life; what is longer is not that file.
    private const int MostBytes = 1 << 20;

    /// <summary>The value that the file gives to a variable; null when it gives none.</summary>
    /// <param name="variable">For example <c>GOROOT</c>.</param>
    /// <param name="host">The machine.</param>
    public static string? Get(string variable, HostMachine host)
    {
        try
        {
            if (FileOf(host) is not { } file || new FileInfo(file) is not { Exists: true, Length: > 0 and < MostBytes })
            {
                return null;
            }

            // As in Go, the last line counts.
            var line = File.ReadLines(file).LastOrDefault(l => l.StartsWith(variable + "=", StringComparison.Ordinal));
            return line?[(variable.Length + 1)..] is { Length: > 0 } value ? value : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Go cannot read it either, and goes on without it.
            return null;
        }
    }

    // cmd/go/internal/cfg, EnvFile: GOENV, else go/env in os.UserConfigDir.
    private static string? FileOf(HostMachine host)
    {
        if (host.GetVariable("GOENV") is { } named)
        {
            return named == "off" || !Path.IsPathFullyQualified(named) ? null : named;
        }

        var home = host.GetVariable("HOME") ?? host.HomeDirectory;
        var directory = host.Platform.Os switch
        {
            "windows" => host.GetVariable("AppData"),
            "darwin" or "ios" => Path.Combine(home, "Library", "Application Support"),
            _ => host.GetVariable("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config"),
        };
        return directory is null ? null : Path.Combine(directory, "go", "env");
    }
}
