using GoToolchain.Environments;

namespace GoToolchain.Execution;

/// <summary>The environment in which <c>go</c> of an installation runs.</summary>
internal static class GoEnvironment
{
    /// <summary>How the names of variables compare on this system.</summary>
    public static StringComparer VariableNames { get; } =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Turns the environment of the host into that of a run.</summary>
    /// <param name="environment">The host's; it is changed. Null means: not set.</param>
    /// <param name="command">The run.</param>
    public static void Apply(Dictionary<string, string?> environment, GoCommand command)
    {
        var go = command.Installation;

        // Left by a `go` further up that switched toolchains; with them ours would insist on being that one (cmd/go, toolchain/select.go).
        environment["GOTOOLCHAIN_INTERNAL_SWITCH_VERSION"] = null;
        environment["GOTOOLCHAIN_INTERNAL_SWITCH_COUNT"] = null;
        environment["GOTOOLCHAIN"] = "local";

        // Go finds its own GOROOT, except where the user's go/env file names one: only the variable is stronger than that file.
        environment["GOROOT"] = GoEnvFileReader.ReadUserFile(go.Host, go.Version).Find("GOROOT") is { Value.Length: > 0 } ? go.Root : null;

        // As the shell does on `cd`, so that Go reports paths in the spelling of the caller when links are in them.
        if (command.WorkingDirectory is { } directory && !OperatingSystem.IsWindows())
        {
            environment["PWD"] = directory;
        }

        foreach (var (name, value) in command.Variables)
        {
            environment[name] = value;
        }

        var bin = Path.Combine(go.Root, "bin");
        var path = environment.GetValueOrDefault("PATH");
        environment["PATH"] = string.IsNullOrEmpty(path) ? bin : bin + Path.PathSeparator + path;
    }

    /// <summary>Where Go would put its temporary files (<c>go help environment</c>: GOTMPDIR; os.TempDir).</summary>
    /// <param name="environment">That of the run.</param>
    /// <param name="host">The machine.</param>
    public static string TemporaryDirectory(IReadOnlyDictionary<string, string?> environment, HostMachine host)
    {
        string?[] places =
        [
            environment.GetValueOrDefault("GOTMPDIR"),
            GoEnvFileReader.ReadUserFile(host, version: null).Find("GOTMPDIR")?.Value,
            OperatingSystem.IsWindows() ? null : environment.GetValueOrDefault("TMPDIR"),
        ];
        return places.FirstOrDefault(p => p is not null && Path.IsPathFullyQualified(p)) ?? host.TempDirectory;
    }

    /// <summary>Refuses a variable that would make <c>go</c> work with the files of another one.</summary>
    /// <param name="go">The installation.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="GoToolchainException">It is a foreign <c>GOROOT</c>.</exception>
    public static void RefuseForeignRoot(GoInstallation go, string name, string? value)
    {
        if (VariableNames.Equals(name, "GOROOT") && !string.IsNullOrEmpty(value) && value != go.Root && value != go.Candidate.ResolvedRoot)
        {
            throw new GoToolchainException(
                GoErrorCodes.InvalidSetting,
                $"GOROOT={value} cannot be set for the Go in {go.Root}: it would compile with the files of another Go.",
                nextStep: "Leave GOROOT out; Go finds its own."
            );
        }
    }
}
