namespace GoToolchain;

/// <summary>How a machine is set up.</summary>
public sealed record SetupOptions
{
    /// <summary>The Go; null: what the project says, else the newest stable one.</summary>
    public string? Spec { get; init; }

    /// <summary>The stable link: absolute; null: the one that is there, else <c>~/.local/go</c>.</summary>
    public string? Link { get; init; }

    /// <summary>The shells; null: those of this user; empty: none.</summary>
    public IReadOnlyCollection<GoShell>? Shells { get; init; }

    /// <summary>How thorough the examination at the end is.</summary>
    public HealthLevel Level { get; init; } = HealthLevel.Standard;

    /// <summary>Only say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Receives each step as it ends: also those before one that fails.</summary>
    public IProgress<SetupStep>? Progress { get; init; }
}
