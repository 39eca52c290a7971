using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;

namespace GoToolchain.Telemetry;

/// <summary>What is said about pieces of work: the tags of docs/telemetry.md.</summary>
internal static class Descriptions
{
    private const string Version = "gotoolchain.go.version";
    private const string Root = "gotoolchain.go.root";
    private const string Trust = "gotoolchain.go.trust";

    private static readonly string[] s_compiling = ["build", "install", "run", "test", "vet", "generate"];

    /// <summary>A <c>go</c> command that compiles.</summary>
    /// <param name="arguments">What follows <c>go</c>.</param>
    public static bool IsBuild(IReadOnlyList<string> arguments) => arguments.Count > 0 && s_compiling.Contains(arguments[0]);

    /// <summary>What a look at the machine gave.</summary>
    public static void Located(Operation operation, IReadOnlyList<GoCandidate> candidates) =>
        operation.Note("gotoolchain.locate.candidates", candidates.Count);

    /// <summary>What a look at the machine gave.</summary>
    public static void Located(Operation operation, GoCandidate? used) =>
        operation
            .Tag("gotoolchain.locate.found", used is not null)
            .Note(Version, used?.Version?.ToString())
            .Note(Root, used?.Root)
            .Note("gotoolchain.locate.origin", used?.Origins[0].ToName());

    /// <summary>What an installation gave.</summary>
    public static void Installed(Operation operation, GoInstallation go)
    {
        operation
            .Tag(Version, go.Version.ToString())
            .Tag("gotoolchain.install.performed", go.InstalledNow)
            .Note(Trust, Kebab(go.Trust))
            .Note(Root, go.Root);
    }

    /// <summary>What a content check gave.</summary>
    public static void Verified(Operation operation, VerificationReport report)
    {
        operation
            .Tag("gotoolchain.verify.method", "content")
            .Tag("gotoolchain.verify.basis", Kebab(report.Basis))
            .Tag("gotoolchain.verify.same", report.IsSame)
            .Note(Version, report.Version?.ToString())
            .Note(Root, report.Root)
            .Note("gotoolchain.verify.differences", report.Content.Differences.Count);
        foreach (var kind in report.Content.Differences.GroupBy(d => d.Kind))
        {
            Signals.Differences.Add(kind.Count(), new KeyValuePair<string, object?>("gotoolchain.verify.difference", Kebab(kind.Key)));
        }
    }

    /// <summary>What a proof gave.</summary>
    public static void Proved(Operation operation, GoLogProof proof)
    {
        operation
            .Tag("gotoolchain.verify.method", "log")
            .Tag("gotoolchain.verify.same", proof.Verdict == GoLogVerdict.NotChecked ? null : proof.Verdict == GoLogVerdict.Proved)
            .Note(Version, proof.Version.ToString())
            .Note(Root, proof.Root);
        if (proof.Obstacle is { } obstacle)
        {
            operation.Fail(obstacle);
        }
    }

    /// <summary>What a repair gave.</summary>
    public static void Repaired(Operation operation, RepairReport report)
    {
        operation
            .Tag("gotoolchain.repair.whole", report.IsWhole)
            .Note(Version, report.Version?.ToString())
            .Note(Root, report.Root)
            .Note("gotoolchain.repair.actions", report.Actions.Count)
            .Note("gotoolchain.repair.size", report.Bytes);
        foreach (var kind in report.Actions.GroupBy(a => a.Kind))
        {
            Signals.RepairActions.Add(kind.Count(), new KeyValuePair<string, object?>("gotoolchain.repair.action", Kebab(kind.Key)));
        }

        if (!report.IsRepaired)
        {
            operation.Fail("not_repaired");
        }
    }

    /// <summary>What a <c>go</c> command did.</summary>
    public static void Built(Operation operation, int exitCode)
    {
        operation.Note("process.exit.code", exitCode);
        if (exitCode != 0)
        {
            operation.Fail(GoErrorCodes.CommandFailed.Id);
        }
    }

    /// <summary>What a <c>go</c> command is about to do.</summary>
    public static Operation Building(Operation operation, Execution.GoCommand command) =>
        operation
            .Tag("gotoolchain.build.command", command.Arguments[0])
            .Tag(Version, command.Installation.Version.ToString())
            .Note(Root, command.Installation.Root)
            .Note("process.working_directory", command.WorkingDirectory);

    /// <summary>What an examination gave.</summary>
    public static void Examined(Operation operation, HealthReport report)
    {
        operation
            .Tag("gotoolchain.doctor.level", Kebab(report.Level))
            .Tag("gotoolchain.doctor.healthy", report.IsHealthy)
            .Note(Version, report.Subject?.Version?.ToString())
            .Note(Root, report.Subject?.Root)
            .Note("gotoolchain.doctor.checks", report.Checks.Count)
            .Note("gotoolchain.doctor.findings", report.Findings.Count());
        foreach (var kind in report.Findings.GroupBy(f => (f.Code.Id, f.Severity)))
        {
            Signals.Findings.Add(
                kind.Count(),
                new KeyValuePair<string, object?>("gotoolchain.doctor.code", kind.Key.Id),
                new KeyValuePair<string, object?>("gotoolchain.doctor.severity", Kebab(kind.Key.Severity))
            );
        }
    }

    // FeedChecksum as feed-checksum.
    private static string Kebab(Enum value) =>
        string.Concat(
            value.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
