using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Testing;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>
/// The first fixture of a test host, which is the only one that looks for a Go: each time in a process of its own, so that nothing is compiled or
/// cached in it yet.
/// </summary>
internal static class FirstFixture
{
    public static async Task<string> MeasureAsync(GoInstallation go, string store, int rounds)
    {
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var run = await Cli.Wrap("dotnet")
                .WithArguments([typeof(FirstFixture).Assembly.Location, "--fixture-child", go.Version.Line, store])
                .ExecuteBufferedAsync();
            if (round > 0)
            {
                times.Add(double.Parse(run.StandardOutput, CultureInfo.InvariantCulture));
            }
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The first one in a process, with the JIT compiler at work: median {times[times.Count / 2]:0} ms, least {times[0]:0} ms, most {times[^1]:0} ms."
        );
    }

    /// <summary>What the child process does: starts one fixture, and prints how long that took in milliseconds.</summary>
    public static async Task<int> RunChildAsync(string[] arguments)
    {
        var host = HostMachine.Detect();
        var start = Stopwatch.GetTimestamp();
        var toolchain = await ProductFixture.StartAsync(arguments[0], arguments[1], host);
        var elapsed = Stopwatch.GetElapsedTime(start);
        if (toolchain.Status != GoTestStatus.Ready)
        {
            throw new InvalidOperationException(toolchain.ToString());
        }

        await Console.Out.WriteLineAsync(elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
