namespace GoToolchain;

/// <summary>What a <c>go</c> command would see, and which programs a shell would run. Nothing was started to find out.</summary>
public sealed record GoEnvironmentReport
{
    /// <summary>The Go whose view it is; null when there is none, then it is that of the newest version.</summary>
    public required GoCandidate? Go { get; init; }

    /// <summary>Every variable that this Go knows, ordered by name, except those that depend on the current directory (GOMOD, GOGCCFLAGS).</summary>
    public required IReadOnlyList<GoVariable> Variables { get; init; }

    /// <summary>The user's go/env file.</summary>
    public required GoEnvFileSummary UserFile { get; init; }

    /// <summary>The file go.env of GOROOT; null when this Go has none.</summary>
    public required GoEnvFileSummary? RootFile { get; init; }

    /// <summary>Where <c>go install</c> puts programs.</summary>
    public required GoInstallDirectory Install { get; init; }

    /// <summary>PATH, entry by entry.</summary>
    public required IReadOnlyList<SearchPathEntry> SearchPath { get; init; }

    /// <summary>What a shell runs for <c>go</c>, <c>gofmt</c>, the names that were asked for, and every installed program that is hidden.</summary>
    public required IReadOnlyList<CommandLookup> Commands { get; init; }

    /// <summary>Lines of start-up files that set a variable of Go which this process does not have, or has with another value.</summary>
    public required IReadOnlyList<StartFileSetting> OtherSettings { get; init; }

    /// <summary>Lines of start-up files that hand over to a version manager.</summary>
    public required IReadOnlyList<StartFileHint> Hints { get; init; }

    /// <summary>What will surprise somebody: full sentences.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
