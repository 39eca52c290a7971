namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>
/// After how long a process counts as one that hangs. Far beyond what a slow machine needs: what ends here would never have ended.
/// </summary>
internal sealed record RunDeadlines
{
    /// <summary>For what answers at once: <c>go version</c>, <c>compile -V=full</c>, a program of a few lines.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For a build of a small program, which compiles a part of the standard library when the cache is cold.</summary>
    public TimeSpan Build { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For a build of the whole standard library, or of its tests.</summary>
    public TimeSpan Library { get; init; } = TimeSpan.FromHours(2);
}
