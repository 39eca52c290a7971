using System.Diagnostics;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>
/// Runs contenders in turn, A B C A B C …, so that whatever else the machine does meets all of them. A first round warms caches and the JIT compiler; it is
/// shown apart and not counted, unless it is the only one.
/// </summary>
internal static class SideBySide
{
    public static async Task<TimingTable> RunAsync(int rounds, params IReadOnlyList<IContender> contenders)
    {
        var table = new TimingTable([.. contenders.Select(contender => contender.Name)]);
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                table.Add(i, await MeasureAsync(contenders[i]));
            }
        }

        return table;
    }

    /// <summary>Where files of a comparison lie, in words.</summary>
    public static string Where(WorkDirectory work) => work.IsInMemory ? "in memory (tmpfs)" : "on disk";

    private static async Task<Measurement> MeasureAsync(IContender contender)
    {
        contender.Prepare();
        GC.Collect();
        var (processor, allocated) = (ProcessorTime.Used, GC.GetTotalAllocatedBytes());
        var start = Stopwatch.GetTimestamp();
        await contender.RunAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        var run = new Measurement(elapsed, ProcessorTime.Used - processor, GC.GetTotalAllocatedBytes() - allocated);
        contender.Finish();
        return run;
    }
}
