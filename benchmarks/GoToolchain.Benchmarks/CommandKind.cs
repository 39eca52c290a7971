namespace GoToolchain.Benchmarks;

/// <summary>What the program is to do.</summary>
internal enum CommandKind
{
    BenchmarkDotNet,
    Compare,
    Report,
    Smoke,
    MemoryChild,
    FixtureChild,
    Usage,
}
