using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>Is there a GOROOT at all, and may it be read?</summary>
internal sealed class RootCheck : IHealthCheck
{
    private static readonly string[] s_parts = ["bin", "pkg", "src"];

    /// <summary>Its <see cref="Id"/>, for those that build on it.</summary>
    public const string Name = "tree.root";

    public string Id => Name;

    public string Title => "GOROOT is there";

    public HealthLevel Level => HealthLevel.Quick;

    public ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel) => ValueTask.FromResult(Answer(context));

    private static CheckAnswer Answer(HealthContext context)
    {
        const string ran = "look at the directory";
        const string expected = "a directory that this user may read";
        if (context.Subject is not { } subject)
        {
            var wanted = context.Survey.Wanted is { } spec ? $"No Go on this machine fits `{spec}`." : "No Go is on this machine.";
            return new CheckAnswer("look in every usual place", "a Go", "none")
            {
                Findings =
                [
                    new HealthFinding(GoErrorCodes.NotFound, wanted, Install(context.Survey)) { Place = context.Survey.WantedPlace },
                ],
            };
        }

        var (code, cause) = Judge(subject);
        return code is null
            ? new CheckAnswer(ran, expected, subject.Root)
            : new CheckAnswer(ran, expected, cause)
            {
                Findings = [new HealthFinding(code, cause, Cure(context, subject)) { Place = subject.Root, Fix = Fix(context, subject) }],
            };
    }

    // A Go of the system is not ours to install.
    private static string Install(GoSurvey survey) =>
        survey.Wanted?.Kind == GoVersionSpecKind.System
            ? "Install Go as this system does, or ask for another version than `system`."
            : $"Run `{MissingGo.InstallCommand(survey.Wanted, survey.WantedPlace)}`.";

    private static (GoErrorCode? Code, string Cause) Judge(GoCandidate subject)
    {
        GoErrorCode? code = subject.Verdict switch
        {
            GoVerdict.Missing => GoErrorCodes.RootMissing,
            GoVerdict.DanglingLink => GoErrorCodes.RootDangling,
            GoVerdict.Unreadable => GoErrorCodes.RootUnreadable,
            GoVerdict.Gccgo or GoVerdict.Launcher or GoVerdict.OtherProgram => GoErrorCodes.NotGoDistribution,
            // A file in its place; a damaged one says the same, but is a directory.
            GoVerdict.Incomplete when FileFacts.Of(subject.Root).Kind == FileKind.File => GoErrorCodes.RootMissing,
            _ => null,
        };
        return code is not null ? (code, subject.Reason)
            : IsBare(subject.Root) ? (GoErrorCodes.PartMissing, $"{subject.Root} holds no Go: neither bin, pkg nor src is in it.")
            : (null, "");
    }

    private static bool IsBare(string root) => !s_parts.Any(part => Path.Exists(Path.Combine(root, part)));

    private static HealthFix? Fix(HealthContext context, GoCandidate subject) =>
        subject.Verdict == GoVerdict.DanglingLink
            ? DanglingLinkFix.Of(
                subject.Root,
                isCommand: Path.GetFileNameWithoutExtension(subject.Root) == "go"
                    && Path.GetFileName(Path.GetDirectoryName(subject.Root)) == "bin",
                context.Survey.Candidates.Select(c => c.Candidate)
            )
            : null;

    // Another Go that works now is a quicker cure than a new one.
    private static string Cure(HealthContext context, GoCandidate subject)
    {
        if (subject.Verdict == GoVerdict.Unreadable)
        {
            return "Give this user the right to read it, or use another Go.";
        }

        var other = context.Survey.Candidates.Select(c => c.Candidate).FirstOrDefault(c => c.Verdict == GoVerdict.Usable);
        var named = subject.Origins.Contains(GoOrigin.GoRootVariable) ? "Take GOROOT out of the environment" : "Leave that place out";
        return other is null ? $"{named}, and run `gotoolchain install`." : $"{named}, and use the Go {other.Version} in {other.Root}.";
    }
}
