using GoToolchain.Locating;

namespace GoToolchain.Environments;

/// <summary>
/// What a <c>go</c> command would take as its configuration, by the rules of cmd/go/internal/cfg, without starting one. The environment of the
/// process is strongest, then the user's go/env file, then (from 1.21 on) GOROOT/go.env.
/// </summary>
internal sealed class GoConfiguration
{
    private const int FirstWithRootFile = 21;

    private GoConfiguration(HostMachine host, GoVersion? version) =>
        (Host, Version, Minor) = (host, version, GoVariableTable.Minor(version));

    /// <summary>The machine.</summary>
    public HostMachine Host { get; }

    /// <summary>The Go; null when there is none, then the rules are those of the newest.</summary>
    public GoVersion? Version { get; }

    /// <summary>Its minor version.</summary>
    public int Minor { get; }

    /// <summary>The user's go/env file.</summary>
    public required GoEnvFile UserFile { get; init; }

    /// <summary>GOROOT/go.env; null before 1.21 and without a GOROOT.</summary>
    public required GoEnvFile? RootFile { get; init; }

    /// <summary>The tree in which the <c>go</c> command itself lies; null when there is none.</summary>
    public required string? OwnRoot { get; init; }

    /// <summary>GOROOT as that command sees it; empty when it would find none.</summary>
    public string Root => FindRoot().Value;

    /// <summary>Reads what there is to be read.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="go">The Go; null: none.</param>
    public static GoConfiguration Read(HostMachine host, GoCandidate? go)
    {
        var userFile = GoEnvFileReader.ReadUserFile(host, go?.Version);
        var ownRoot = go is null ? null : OwnRootOf(host, go);
        var rootOfDefaults = userFile.Find("GOROOT") is { Value.Length: > 0 } line ? line.Value : host.GetVariable("GOROOT") ?? ownRoot;
        var hasRootFile = rootOfDefaults is not null && GoVariableTable.Minor(go?.Version) >= FirstWithRootFile;
        return new GoConfiguration(host, go?.Version)
        {
            UserFile = userFile,
            OwnRoot = ownRoot,
            RootFile = hasRootFile ? GoEnvFileReader.ReadRootFile(GoFilePath.Clean(rootOfDefaults!)) : null,
        };
    }

    /// <summary>What is set, and by whom; null when nobody sets it. What is set to nothing in the process counts as not set.</summary>
    /// <param name="name">The variable.</param>
    public GoSettingValue? Find(string name)
    {
        if (Host.GetVariable(name) is { } value)
        {
            return new GoSettingValue(value, GoVariableOrigin.Process);
        }

        var storage = GoVariableTable.Find(name)?.Storage;
        if (storage == GoVariableStorage.ProcessOnly)
        {
            return null;
        }

        if (UserFile.Find(name) is { } line)
        {
            return new GoSettingValue(line.Value, GoVariableOrigin.UserFile, UserFile.PlaceOf(line));
        }

        // It makes no sense there, and cmd/go takes no notice of it.
        return name != "GOROOT" && RootFile?.Find(name) is { } own
            ? new GoSettingValue(own.Value, GoVariableOrigin.RootFile, RootFile.PlaceOf(own))
            : null;
    }

    /// <summary>The value that is set; empty when none is (<c>cfg.Getenv</c>).</summary>
    /// <param name="name">The variable.</param>
    public string Get(string name) => Find(name)?.Value ?? "";

    /// <summary>GOROOT, and who says so (<c>findGOROOT</c>).</summary>
    public GoSettingValue FindRoot() =>
        Find("GOROOT") is { Value.Length: > 0 } set
            // From 1.21 on the variable is taken as it is spelled.
            ? set.Origin == GoVariableOrigin.Process && Minor >= FirstWithRootFile
                ? set
                : set with
                {
                    Value = GoFilePath.Clean(set.Value),
                }
            : new GoSettingValue(OwnRoot ?? "", GoVariableOrigin.Default);

    // On Linux a program learns its own path from /proc/self/exe, with all links resolved; elsewhere as it was called.
    private static string OwnRootOf(HostMachine host, GoCandidate go)
    {
        if (host.Platform.IsWindows || host.Platform.Os is "darwin" or "ios")
        {
            return go.Root;
        }

        var command = new LinkResolver().Resolve(Path.Combine(go.ResolvedRoot, "bin", "go"));
        var around = Path.GetDirectoryName(Path.GetDirectoryName(command));
        return around is not null && Directory.Exists(Path.Combine(around, "pkg", "tool")) ? around : go.ResolvedRoot;
    }
}
