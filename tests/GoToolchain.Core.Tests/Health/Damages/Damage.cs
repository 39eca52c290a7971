namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>A way in which a Go, or what surrounds it, gets broken; and what the doctor has to say about it.</summary>
/// <param name="Name">For the name of the test.</param>
/// <param name="Description">What was done, for people.</param>
/// <param name="Do">Really does it.</param>
/// <param name="Code">The code of the finding.</param>
/// <param name="Words">Words of its cause: it names what was damaged, not only what follows from that.</param>
internal sealed record Damage(string Name, string Description, Action<DamagedMachine> Do, GoErrorCode Code, params string[] Words)
{
    /// <summary>The level that finds it.</summary>
    public HealthLevel Level { get; init; } = HealthLevel.Quick;

    /// <summary>The first line of Go, as <c>1.N</c>, in which there is such a thing to damage.</summary>
    public int Since { get; init; } = 16;

    /// <summary>The last one.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>Go still works, so it is a warning.</summary>
    public bool IsWarning { get; init; }

    public override string ToString() => Name;
}
