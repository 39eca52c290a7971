using GoToolchain.Sources;

namespace GoToolchain.Locating;

/// <summary>The words for "there is no such Go": what was wanted, what was looked at, what to do.</summary>
internal static class MissingGo
{
    public static GoToolchainException NotFound(
        GoVersionSpec? spec,
        string? place,
        IReadOnlyList<GoRejectedCandidate> candidates,
        GoReleaseList? offers
    )
    {
        var offer = offers?.Releases.Count > 0 ? offers.Releases[0] : null;
        return new GoToolchainException(
            GoErrorCodes.NotFound,
            spec is null ? "No usable Go is on this machine." : $"No Go on this machine fits `{spec}`.",
            place,
            offer is not null
                ? $"Run `{InstallCommand(spec, place)}`: {offer.Source} offers {offer.Version}."
                : "Ask for another version; `gotoolchain releases` shows what there is."
        )
        {
            Candidates = candidates,
            Sources = offers?.Failures ?? [],
        };
    }

    public static GoToolchainException NoSource(GoVersionSpec spec, IReadOnlyList<GoSourceFailure> failures) =>
        new(
            failures.All(f => f.Code == GoErrorCodes.DownloadsForbidden) ? GoErrorCodes.DownloadsForbidden : GoErrorCodes.NoSource,
            $"No source could serve Go {spec}.",
            nextStep: "Connect to the network, name a mirror or directory with --mirror or GOTC_MIRROR, or another source with --source or GOTC_SOURCES."
        )
        {
            Sources = failures,
        };

    public static GoToolchainException DownloadsForbidden(
        GoVersionSpec? spec,
        GoDownloads downloads,
        IReadOnlyList<GoRejectedCandidate> candidates
    ) =>
        new(
            GoErrorCodes.DownloadsForbidden,
            $"No Go on this machine fits{(spec is null ? "" : $" `{spec}`")}, and downloads are {(downloads == GoDownloads.Never ? "switched off" : "to be asked for")}.",
            nextStep: downloads == GoDownloads.Never
                ? "Install Go in another way, or allow downloads with --downloads or GOTC_DOWNLOADS."
                : $"Run `{InstallCommand(spec, place: null)}`."
        )
        {
            Candidates = candidates,
        };

    public static string NotOffered(GoVersionSpec? spec, IReadOnlyList<GoRelease> offered)
    {
        if (offered.Count == 0)
        {
            return "It offers nothing for this platform.";
        }

        var newest = offered.Max(r => r.Version);
        return spec is null ? "It offers nothing." : $"It offers nothing that fits `{spec}`; its newest is {newest}.";
    }

    public static GoCandidate RequireUsable(GoCandidate candidate) =>
        candidate.Verdict == GoVerdict.Usable
            ? candidate
            : throw new GoToolchainException(
                GoErrorCodes.UnusableRoot,
                $"The directory that was named holds no usable Go. {candidate.Reason}",
                candidate.Root,
                "Name another directory, or none, so that a Go is looked for and installed."
            );

    public static GoCandidate RequireTrust(GoCandidate candidate, GoTrust required) =>
        candidate.Trust >= required
            ? candidate
            : throw new GoToolchainException(
                GoErrorCodes.TrustTooLow,
                $"The directory that was named holds a Go whose trust is {SettingText.Of(candidate.Trust)}, and {SettingText.Of(required)} is required.",
                candidate.Root,
                $"Name none, so that a proved one is installed, or require less with {GoSettings.RequireTrust.Option}."
            );

    // What a project says needs no argument; what a shell would misread needs quotes.
    public static string InstallCommand(GoVersionSpec? spec, string? place) =>
        spec is null || place is not null ? "gotoolchain install"
        : spec.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? $"gotoolchain install {spec}"
        : $"gotoolchain install '{spec}'";
}
