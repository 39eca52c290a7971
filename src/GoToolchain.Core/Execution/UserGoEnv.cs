namespace GoToolchain.Execution;

/// <summary>The user's go/env file, which <c>go env -w</c> writes and every <c>go</c> of that user reads (<c>go help env</c>).</summary>
internal static class UserGoEnv
{
    // Some dozen lines in life; what is longer is not that file.
    private const int MostBytes = 1 << 20;

    /// <summary>Whether the file gives a variable a value.</summary>
    /// <param name="variable">For example <c>GOROOT</c>.</param>
    /// <param name="host">The machine.</param>
    public static bool Names(string variable, HostMachine host)
    {
        if (File(host) is not { } file)
        {
            return false;
        }

        try
        {
            var info = new FileInfo(file);
            if (info is not { Exists: true, Length: > 0 and < MostBytes })
            {
                return false;
            }

            // As in Go, the last line counts.
            var line = System.IO.File.ReadLines(file).LastOrDefault(l => l.StartsWith(variable + "=", StringComparison.Ordinal));
            return line is not null && line.Length > variable.Length + 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Go cannot read it either, and goes on without it.
            return false;
        }
    }

    // cmd/go/internal/cfg, EnvFile: GOENV, else go/env in os.UserConfigDir.
    private static string? File(HostMachine host)
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
