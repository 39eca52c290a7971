namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>One run of a contender.</summary>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Processor">What all processes of it used of the processors; of a server in this process too.</param>
/// <param name="Allocated">Bytes that this process allocated on its managed heap.</param>
internal readonly record struct Measurement(TimeSpan Elapsed, TimeSpan Processor, long Allocated);
