namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>env explain</c>.</summary>
internal sealed record EnvExplainDocument(
    string? GoRoot,
    string? Version,
    IReadOnlyList<VariableMember> Variables,
    SettingsFileMember UserFile,
    SettingsFileMember? RootFile,
    InstallMember Install,
    IReadOnlyList<SearchPathMember> Path,
    IReadOnlyList<CommandMember> Commands,
    IReadOnlyList<StartFileMember> OtherSettings,
    IReadOnlyList<StartFileHint> VersionManagers,
    IReadOnlyList<string> Remarks
) : ToolDocument
{
    public static EnvExplainDocument Of(GoEnvironmentReport report) =>
        new(
            report.Go?.Root,
            report.Go?.Version?.ToString(),
            [.. report.Variables.Select(VariableMember.Of)],
            SettingsFileMember.Of(report.UserFile),
            report.RootFile is null ? null : SettingsFileMember.Of(report.RootFile),
            new InstallMember(report.Install.Path, report.Install.Source, report.Install.IsOnSearchPath, report.Install.Problem),
            [.. report.SearchPath.Select(e => new SearchPathMember(e.Position, e.Directory, Words.Kebab(e.State), e.SetBy))],
            [.. report.Commands.Select(c => new CommandMember(c.Name, c.File, c.Target, c.Hidden, c.Installed, c.Note))],
            [.. report.OtherSettings.Select(StartFileMember.Of)],
            report.Hints,
            report.Remarks
        );
}

/// <summary>A variable.</summary>
internal sealed record VariableMember(
    string Name,
    string Value,
    string Origin,
    string? Place,
    string Meaning,
    string Since,
    IReadOnlyList<StartFileMember> SetBy,
    IReadOnlyList<string> Hides
)
{
    public static VariableMember Of(GoVariable v) =>
        new(v.Name, v.Value, Words.Kebab(v.Origin), v.Place, v.Meaning, v.Since, [.. v.SetBy.Select(StartFileMember.Of)], v.Hides);
}

/// <summary>A line of a start-up file.</summary>
internal sealed record StartFileMember(string File, int Line, string Name, string Text, string? Value, string ReadBy, bool IsCurrent)
{
    public static StartFileMember Of(StartFileSetting s) => new(s.File, s.Line, s.Name, s.Text, s.Value, s.ReadBy, s.IsCurrent);
}

/// <summary>A file of Go settings.</summary>
internal sealed record SettingsFileMember(string? Path, string State, IReadOnlyList<string> Problems)
{
    public static SettingsFileMember Of(GoEnvFileSummary file) => new(file.Path, Words.Kebab(file.State), file.Problems);
}

/// <summary>Where <c>go install</c> writes.</summary>
internal sealed record InstallMember(string? Path, string Source, bool OnPath, string? Problem);

/// <summary>An entry of PATH.</summary>
internal sealed record SearchPathMember(int Position, string Directory, string State, string? SetBy);

/// <summary>What a shell runs for a name.</summary>
internal sealed record CommandMember(
    string Name,
    string? File,
    string? Target,
    IReadOnlyList<string> Hidden,
    string? Installed,
    string? Note
);
