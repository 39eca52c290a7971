using GoToolchain.MSBuild.Diagnostics;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>Examines the Go of each item as <c>gotoolchain doctor</c> does. What is wrong is an error or a warning with its code and its cure.</summary>
[MSBuildMultiThreadableTask]
public sealed class ExamineGoToolchain : GoTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary><c>quick</c>, <c>standard</c> or <c>full</c>; empty: <c>standard</c>.</summary>
    public string Level { get; set; } = "";

    /// <summary>Where the reports go, one for each Go: absolute.</summary>
    [Required]
    public string ReportDirectory { get; set; } = "";

    /// <summary>The reports: JSON.</summary>
    [Output]
    public ITaskItem[] Reports { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var reports = new List<ITaskItem>();
        foreach (var root in Items.Select(i => i.GetMetadata("GoRoot")).Distinct(StringComparer.Ordinal))
        {
            var manager = new GoToolchainManager(new GoToolchainOptions { Host = HostMachine.Detect(), Root = root });
            var health = await manager.CheckAsync(null, new HealthOptions { Level = ReadLevel() }, cancel).ConfigureAwait(false);
            Log.LogMessage(MessageImportance.High, "{0}", health.Summary);
            foreach (var finding in health.Findings)
            {
                Report(Diagnose(finding));
            }

            Directory.CreateDirectory(ReportDirectory);
            var file = Path.Combine(ReportDirectory, $"doctor-{health.Subject?.Version?.ToString() ?? "unknown"}.json");
            var stream = File.Create(file);
            await using (stream.ConfigureAwait(false))
            {
                await health.WriteAsync(stream, HealthReportFormat.Json, cancel).ConfigureAwait(false);
            }

            reports.Add(ItemText.Create(file));
        }

        Reports = [.. reports];
    }

    private HealthLevel ReadLevel() =>
        Level.Trim() is not { Length: > 0 } text ? HealthLevel.Standard
        : Enum.TryParse<HealthLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(text[0]) ? level
        : throw new GoToolchainException(
            GoErrorCodes.InvalidSetting,
            $"GoToolchainDoctorLevel is `{text}`.",
            ProjectFile,
            "Use quick, standard or full."
        );

    private GoDiagnostic Diagnose(HealthFinding finding) =>
        new(finding.Code, $"{finding.Cause} Cure: {finding.Cure}", ProjectFile) { IsWarning = finding.Severity != HealthSeverity.Error };
}
