using GoToolchain.Locating;
using GoToolchain.Telemetry;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Everything on this machine that may hold a Go, which of it would be used, and why not each of the others. Starts no process, opens no
    /// socket.
    /// </summary>
    /// <param name="spec">The wanted version; null: what the project says, else any.</param>
    /// <exception cref="GoToolchainException">The spec is none.</exception>
    public GoSurvey Survey(string? spec = null) =>
        Observed.Run(OperationKind.Locate, () => SurveyNow(spec), (operation, survey) => Descriptions.Located(operation, survey.Used));

    private GoSurvey SurveyNow(string? spec)
    {
        var wanted = Resolve(spec);
        var root = NamedRoot(wanted);
        var candidates = Locate(root);
        var used = root is null
            ? GoSelection.Choose(candidates, wanted, Settings.Preference, Settings.RequireTrust, LockFile)
            : candidates.FirstOrDefault(c =>
                c.Origins.Contains(GoOrigin.Explicit) && c.Verdict == GoVerdict.Usable && c.Trust >= Settings.RequireTrust
            );
        return new GoSurvey(wanted, PlaceOf(spec), used, [.. candidates.Select(c => new GoRejectedCandidate(c, Reason(c)))]);

        string Reason(GoCandidate candidate)
        {
            if (candidate == used)
            {
                return "";
            }

            var reason = GoSelection.WhyNot(candidate, wanted, Settings.Preference, Settings.RequireTrust, root is null ? LockFile : null);
            return reason.Length > 0 ? reason
                : used is not null ? $"it would do, but {(used.Version == candidate.Version ? used.Root : used.Version)} comes first"
                : "a GOROOT is named, and only that one counts";
        }
    }
}
