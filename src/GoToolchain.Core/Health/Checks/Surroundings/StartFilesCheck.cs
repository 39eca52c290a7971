using GoToolchain.Environments;
using GoToolchain.Environments.StartFiles;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does a start-up file lead to a Go that is gone? The next shell breaks then, even where this one works.</summary>
internal sealed class StartFilesCheck : SurroundingCheck
{
    public override string Id => "env.start-files";

    public override string Title => "Start-up files lead to a Go that exists";

    protected override string Ran => "read the start-up files of bash, sh, zsh, fish, PowerShell and the session";

    protected override string Expected => "no GOROOT, and no PATH of a Go, that leads nowhere";

    protected override string Seen(GoSurroundings surroundings) => $"{surroundings.StartFiles.Files.Count} files, none leads nowhere";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        foreach (var setting in surroundings.StartFiles.Settings.Where(s => !s.ReadBy.StartsWith("nobody", StringComparison.Ordinal)))
        {
            // Where this process has it, the check of the variable has told it.
            if (setting is { Name: "GOROOT", IsCurrent: false, Value: { Length: > 0 } root } && !Directory.Exists(root))
            {
                yield return new HealthFinding(
                    GoErrorCodes.StartFileWrong,
                    $"{setting.Place} sets GOROOT to {root}, which does not exist: in a shell that reads it ({setting.ReadBy}) no `go` command works.",
                    $"Remove the line {setting.Place}: Go finds its own GOROOT."
                )
                {
                    Place = setting.Place,
                    Fix = StartFileFix.Disable(context.Host, setting),
                };
            }

            foreach (var directory in Missing(setting, context.Host))
            {
                yield return new HealthFinding(
                    GoErrorCodes.StartFileWrong,
                    $"{setting.Place} puts {directory} on PATH, where no Go is.",
                    ShellBlockFinding.IsOurs(setting)
                        ? "Run `gotoolchain env install`, which names the Go of now, or `gotoolchain env remove`."
                        : $"Correct the line {setting.Place}."
                )
                {
                    Severity = HealthSeverity.Warning,
                    Place = setting.Place,
                };
            }
        }
    }

    private static IEnumerable<string> Missing(StartFileSetting setting, HostMachine host) =>
        setting is { Name: "PATH", Value: { } list }
            ? GoFilePath
                .SplitList(list)
                .Where(d => GoFilePath.IsAbsolute(d) && !Directory.Exists(d))
                .Where(d => GoBinShape.Is(d, host) || setting.Text.Contains("GOROOT", StringComparison.Ordinal))
            : [];
}
