namespace GoToolchain.Locating;

/// <summary>Picks one of the candidates, and says for each other one why it was not picked.</summary>
internal static class GoSelection
{
    /// <summary>
    /// The preferred kind first; within it the newest that fits, and of two that are the same version the one found first. <c>system</c> means
    /// what a shell would run, so there the first found counts.
    /// </summary>
    /// <param name="candidates">In the order in which they were found.</param>
    /// <param name="spec">The wanted version; null: any.</param>
    /// <param name="preference">Managed or system first, or only.</param>
    /// <param name="trust">How far its bytes have to be proved.</param>
    /// <param name="locked">The lock file of the project; null: none.</param>
    /// <returns>Null when none fits.</returns>
    public static GoCandidate? Choose(
        IReadOnlyList<GoCandidate> candidates,
        GoVersionSpec? spec,
        GoPreference preference,
        GoTrust trust = GoTrust.Unverified,
        GoLockFile? locked = null
    )
    {
        var fitting = candidates.Where(c => WhyNot(c, spec, preference, trust, locked).Length == 0);
        if (spec?.Kind == GoVersionSpecKind.System)
        {
            return fitting.FirstOrDefault();
        }

        var systemFirst = preference is GoPreference.System or GoPreference.OnlySystem;
        return fitting.OrderBy(c => c.IsManaged == systemFirst).ThenByDescending(c => c.Version).FirstOrDefault();
    }

    /// <summary>Why a candidate will not do, as half a sentence; empty when it will.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="spec">The wanted version; null: any.</param>
    /// <param name="preference">Managed or system first, or only.</param>
    /// <param name="trust">How far its bytes have to be proved.</param>
    /// <param name="locked">The lock file of the project; null: none.</param>
    public static string WhyNot(
        GoCandidate candidate,
        GoVersionSpec? spec,
        GoPreference preference,
        GoTrust trust = GoTrust.Unverified,
        GoLockFile? locked = null
    )
    {
        if (candidate.Verdict != GoVerdict.Usable)
        {
            // Whoever shows this has named the place already.
            return candidate.Reason.StartsWith(candidate.Root, StringComparison.Ordinal)
                ? candidate.Reason[candidate.Root.Length..].TrimStart(':', ' ')
                : candidate.Reason;
        }

        if (candidate.IsManaged && (preference == GoPreference.OnlySystem || spec?.Kind == GoVersionSpecKind.System))
        {
            return "it is managed, and only a system Go is wanted";
        }

        if (!candidate.IsManaged && preference == GoPreference.OnlyManaged)
        {
            return "it is not managed, and only a managed Go is wanted";
        }

        return spec?.Accepts(candidate.Version!) == false ? $"it is {candidate.Version}, and {spec} is wanted"
            : candidate.Trust < trust ? $"its trust is {SettingText.Of(candidate.Trust)}, and {SettingText.Of(trust)} is required"
            : locked is null || IsLocked(candidate, locked) ? ""
            : candidate.IsManaged ? "it does not come from an archive that the lock file pins"
            : "the lock file pins Go by its archive, so only a managed Go will do";
    }

    private static bool IsLocked(GoCandidate candidate, GoLockFile locked) =>
        candidate is { IsManaged: true, ArchiveDigest: { } digest }
        && locked.Toolchains.Any(t => t.Digest == digest && t.Version == candidate.Version && t.Platform == candidate.Platform);
}
