using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks;

/// <summary>
/// The peak working set of a process that installs, over that of the same process when it only makes a manager: each in a process of its own,
/// because a peak never goes down again.
/// </summary>
internal static class MemoryOfAnInstall
{
    public static async Task ReportAsync(BenchmarkInput input, TextWriter output)
    {
        var idle = await PeakAsync([]);
        var store = input.Work.Next("memory");
        var installing = await PeakAsync([input.Mirror.Url, store, input.Version]);
        WorkDirectory.Remove(store);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Peak working set: idle {Mebibytes(idle):0.0} MiB, installing {Mebibytes(installing):0.0} MiB, difference {Mebibytes(installing - idle):0.0} MiB"
            )
        );
    }

    /// <summary>What the child process does: installs when it is told from where, and prints its peak in bytes.</summary>
    public static async Task<int> RunChildAsync(string[] arguments)
    {
        if (arguments is [var mirror, var store, var version])
        {
            await ProductInstall.InstallAsync(mirror, store, version);
        }
        else
        {
            _ = new GoToolchainManager();
        }

        using var process = Process.GetCurrentProcess();
        await Console.Out.WriteLineAsync(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<long> PeakAsync(IEnumerable<string> arguments)
    {
        var run = await Cli.Wrap("dotnet")
            .WithArguments([typeof(MemoryOfAnInstall).Assembly.Location, "--memory-child", .. arguments])
            .ExecuteBufferedAsync();
        return long.Parse(run.StandardOutput, CultureInfo.InvariantCulture);
    }

    private static double Mebibytes(long bytes) => bytes / 1048576.0;
}
