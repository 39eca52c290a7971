namespace GoToolchain.Recovery.Watching;

/// <summary>How a GOROOT is watched.</summary>
public sealed record GoWatchOptions
{
    /// <summary>Repair what broke, once nothing has changed for <see cref="HealDelay"/>.</summary>
    public bool Heal { get; init; }

    /// <summary>Make a snapshot whenever the tree is intact and none has its content: at the start, and after a new version was adopted. Default: yes.</summary>
    public bool Snapshot { get; init; } = true;

    /// <summary>How long a change may wait for others that belong to it before it is told. Default: 120 ms.</summary>
    public TimeSpan AlertWithin { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>How long nothing may change until a long burst of changes is over. Default: 300 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long nothing may change before a repair begins; it doubles with every repair that fails or does not last. Default: 1 s.</summary>
    public TimeSpan HealDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a repair is put off. Default: 5 minutes.</summary>
    public TimeSpan LongestHealDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long another complete version has to stand quietly in the place of a Go that is not ours until it is taken for an upgrade. Default: a minute.
    /// </summary>
    public TimeSpan AdoptAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often the whole tree is looked at although nothing was told: for what no system tells, such as changes of a network file system by another
    /// machine, through memory maps, or through hard links. Default: 10 minutes.
    /// </summary>
    public TimeSpan RescanEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the tree is looked at where it cannot be watched. Default: 2 s.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);
}
