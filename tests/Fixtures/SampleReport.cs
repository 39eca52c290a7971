namespace GoToolchain.Fixtures;

/// <summary>A health report with every outcome in it, and nothing that changes from run to run.</summary>
public static class SampleReport
{
    /// <summary>What a hostile file name, variable or program can put into a text.</summary>
    public const string Hostile = "a|b `c` <d> & \"e\" 'f' ]]> <!-- *g* [h](i) \\|j\n# k\r\tl\0\u0001\e[31m\u0085\ud800 \ufffe m";

    /// <summary>A repair that does nothing and says so.</summary>
    public static HealthFix Fix { get; } =
        new("Make /usr/local/go/bin/gofmt executable again.", _ => Task.FromResult("Made /usr/local/go/bin/gofmt executable again."));

    /// <summary>The report.</summary>
    public static HealthReport Create() =>
        new()
        {
            Subject = new GoCandidate
            {
                Root = "/usr/local/go",
                ResolvedRoot = "/opt/go1.24.4",
                Origins = [GoOrigin.SearchPath, GoOrigin.OfficialInstaller],
                FoundAs = ["/usr/local/bin/go", "/usr/local/go"],
                Verdict = GoVerdict.Usable,
                Version = GoVersion.Parse("1.24.4"),
                Platform = new GoPlatform("linux", "amd64"),
                Trust = GoTrust.FeedChecksum,
            },
            Level = HealthLevel.Standard,
            Machine = new HealthMachine("Debian GNU/Linux 12 (bookworm)", new GoPlatform("linux", "amd64"), ".NET 10.0.1", "0.1.0"),
            Started = new DateTimeOffset(2026, 11, 24, 10, 20, 30, TimeSpan.Zero),
            Duration = TimeSpan.FromMilliseconds(1234.5678),
            Checks =
            [
                Check("tree.root", "GOROOT is there", HealthOutcome.Passed, 0.21) with
                {
                    Ran = "look at the directory",
                    Expected = "a directory that this user may read",
                    Found = "/usr/local/go",
                },
                Check("tree.tools", "Programs may run", HealthOutcome.Failed, 12) with
                {
                    Ran = "look at bin and pkg/tool",
                    Expected = "programs that may be executed",
                    Found = "2 of 14 may not",
                    Findings =
                    [
                        new HealthFinding(
                            GoErrorCodes.NotExecutable,
                            "bin/gofmt has lost its permission to be executed.",
                            "Run `chmod +x /usr/local/go/bin/gofmt`."
                        )
                        {
                            Place = "/usr/local/go/bin/gofmt",
                            Fix = Fix,
                        },
                        new HealthFinding(
                            GoErrorCodes.FileDamaged,
                            "pkg/tool/linux_amd64/link is cut short: its header promises 7,012,352 bytes and it has 4,096, so no program can be linked.",
                            "Run `gotoolchain repair`."
                        )
                        {
                            Place = "/usr/local/go/pkg/tool/linux_amd64/link",
                        },
                    ],
                },
                Check("settings.user-file", "go/env file", HealthOutcome.Warning, 0.04) with
                {
                    Ran = "read /home/me/.config/go/env",
                    Expected = "settings that Go understands",
                    Found = "1 of 3 lines is not",
                    Findings =
                    [
                        new HealthFinding(
                            GoErrorCodes.UserFileDamaged,
                            "The line sets GOFOO, which is no variable of Go, so it does nothing.",
                            "Remove the line."
                        )
                        {
                            Severity = HealthSeverity.Warning,
                            Place = "/home/me/.config/go/env:3",
                        },
                    ],
                },
                Check("run.program", "A program builds and runs", HealthOutcome.Blocked) with
                {
                    Found = "Not done, for this has failed: Programs may run.",
                    BlockedBy = ["tree.tools"],
                },
                Check("run.cgo", "A program with C code builds and runs", HealthOutcome.NotApplicable) with
                {
                    Found = "There is no C compiler on PATH.",
                },
            ],
        };

    /// <summary>The report with texts that nobody would write.</summary>
    public static HealthReport CreateHostile()
    {
        var report = Create();
        var finding = new HealthFinding(GoErrorCodes.SearchPathWrong, Hostile, Hostile) { Place = Hostile };
        return report with
        {
            Subject = report.Subject! with { Root = $"/tmp/{Hostile}" },
            Checks =
            [
                Check("path.entries", Hostile, HealthOutcome.Failed, 1) with
                {
                    Ran = Hostile,
                    Expected = Hostile,
                    Found = Hostile,
                    Findings = [finding, finding with { Place = $"/tmp/{Hostile}" }, finding with { Severity = HealthSeverity.Warning }],
                },
                Check("path.commands", Hostile, HealthOutcome.Blocked) with
                {
                    Found = Hostile,
                    BlockedBy = ["path.entries"],
                },
            ],
            Fixes = [new HealthFixResult(finding, Hostile)],
        };
    }

    private static HealthCheckResult Check(string id, string title, HealthOutcome outcome, double milliseconds = 0) =>
        new()
        {
            Id = id,
            Title = title,
            Level = HealthLevel.Quick,
            Outcome = outcome,
            Duration = TimeSpan.FromMilliseconds(milliseconds),
        };
}
