using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does Go understand the user's go/env file as its writer meant it?</summary>
internal sealed class UserFileCheck : SurroundingCheck
{
    private const int MostLines = 5;

    public override string Id => "env.user-file";

    public override string Title => "go/env file is understood";

    protected override string Ran => "read the go/env file";

    protected override string Expected => "none, or lines KEY=VALUE that Go knows";

    protected override string Seen(GoSurroundings surroundings) =>
        surroundings.Go.UserFile is { State: GoEnvFileState.Read, Path: { } path } file
            ? $"{path}, {file.Lines.Count(l => l.Key is not null)} settings"
            : "none";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        var file = surroundings.Go.UserFile;
        if (WholeFile(file, context.Host) is { } finding)
        {
            yield return finding;
        }

        // GOROOT has a check of its own.
        GoEnvLine[] lines = [.. file.Lines.Where(l => l is { Problem: not null, Key: not "GOROOT" })];
        foreach (var line in lines.Take(MostLines))
        {
            yield return new HealthFinding(
                GoErrorCodes.UserFileDamaged,
                $"{file.PlaceOf(line)}: {line.Problem}",
                $"Correct or remove line {line.Number} of {file.Path}."
            )
            {
                Severity = IsHarmless(line) ? HealthSeverity.Warning : HealthSeverity.Error,
                Place = file.PlaceOf(line),
                Fix = GoEnvFileFix.Clean(context.Host, file),
            };
        }

        if (lines.Length > MostLines)
        {
            yield return new HealthFinding(
                GoErrorCodes.UserFileDamaged,
                $"{file.Path} has {lines.Length - MostLines} more lines with problems.",
                $"See whether {file.Path} is a file of Go settings at all; without it Go works with its defaults."
            )
            {
                Place = file.Path,
            };
        }
    }

    private static HealthFinding? WholeFile(GoEnvFile file, HostMachine host)
    {
        switch (file.State)
        {
            case GoEnvFileState.Absent when host.GetVariable("GOENV") is not null:
                return new HealthFinding(
                    GoErrorCodes.UserFileDamaged,
                    $"GOENV names {file.Path}, which does not exist, so that no setting of a go/env file is in force.",
                    "Correct GOENV, or unset it."
                )
                {
                    Severity = HealthSeverity.Warning,
                    Place = "GOENV",
                };
            case GoEnvFileState.Unreadable or GoEnvFileState.NotRegular or GoEnvFileState.TooLong:
                return new HealthFinding(
                    GoErrorCodes.UserFileDamaged,
                    file.Problem!,
                    $"Move {file.Path} away, and write the settings anew."
                )
                {
                    Place = file.Path,
                };
            case GoEnvFileState.NoPlace when file.Path is not null:
                return new HealthFinding(
                    GoErrorCodes.UserFileDamaged,
                    file.Problem!,
                    "Set GOENV, HOME and XDG_CONFIG_HOME to absolute paths."
                )
                {
                    Place = file.Path,
                };
            default:
                return null;
        }
    }

    // Go passes over it, and nobody can have meant it to do much.
    private static bool IsHarmless(GoEnvLine line) =>
        line.Key is not null
        && !line.Value.Contains('\0', StringComparison.Ordinal)
        && (GoVariableTable.Find(line.Key) is null or { Storage: not GoVariableStorage.Anywhere } || !line.Value.EndsWith('\r'))
        && !line.Problem!.Contains("quotes", StringComparison.Ordinal)
        && !line.Problem.Contains("UTF-8", StringComparison.Ordinal)
        && !line.Problem.Contains("blank between", StringComparison.Ordinal);
}
