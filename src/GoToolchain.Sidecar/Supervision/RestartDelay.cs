namespace GoToolchain.Sidecar.Supervision;

/// <summary>How long to wait before a restart.</summary>
internal static class RestartDelay
{
    // 2^20 times any sensible delay is longer than any sensible maximum.
    private const int MostDoublings = 20;

    /// <summary>The pause before a restart.</summary>
    /// <param name="first">The pause before the first of a row.</param>
    /// <param name="longest">No pause is longer.</param>
    /// <param name="restart">Which restart in a row it is: from 1.</param>
    /// <param name="chance">From 0 to 1: how much of the half that chance decides about is waited for. So that programs which have failed at the same
    /// moment do not all come back at the same moment.</param>
    public static TimeSpan Of(TimeSpan first, TimeSpan longest, int restart, double chance)
    {
        var doubled = first.TotalMilliseconds * Math.Pow(2, Math.Min(restart - 1, MostDoublings));
        var whole = Math.Min(doubled, longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds((whole / 2) + (whole / 2 * chance));
    }
}
