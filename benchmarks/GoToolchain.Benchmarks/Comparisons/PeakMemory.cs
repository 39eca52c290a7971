using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Recovery;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>
/// The peak working set of a process that does a job, and of the same process when it only makes a manager: each in a process of its own, because a peak
/// never goes down again.
/// </summary>
internal static class PeakMemory
{
    /// <summary>Of an install into an empty store, in MiB.</summary>
    public static async Task<(double Idle, double Working)> OfAsync(string job, BenchmarkInput input)
    {
        var store = input.Work.Next("memory");
        var peaks = (await PeakAsync([]), await PeakAsync([job, input.Mirror.Url, store, input.Version]));
        WorkDirectory.Remove(store);
        return peaks;
    }

    /// <summary>Of a job on a tree, in MiB: <c>verify</c> or <c>recover</c>.</summary>
    public static async Task<(double Idle, double Working)> OfAsync(string job, RecoverableTree tree) =>
        (await PeakAsync([]), await PeakAsync([job, tree.Directory, tree.Root]));

    public static string Sentence(string who, double idle, double working) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{who} has at most {working:0.0} MiB in memory, {working - idle:0.0} MiB more than one that only makes a manager ({idle:0.0} MiB)."
        );

    /// <summary>What the child process does: the job, and prints its peak in bytes.</summary>
    public static async Task<int> RunChildAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["install", var mirror, var store, var version]:
                await ProductInstall.InstallAsync(mirror, store, version);
                break;
            case ["verify", var directory, var root]:
                await new RecoverableTree(directory, root).Manager().VerifyAsync("path:" + root, deep: true);
                break;
            case ["recover", var directory, var root]:
                await new RecoverableTree(directory, root).Manager().RecoverAsync("path:" + root, new RecoveryOptions { Offline = true });
                break;
            default:
                _ = new GoToolchainManager();
                break;
        }

        using var process = Process.GetCurrentProcess();
        await Console.Out.WriteLineAsync(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double> PeakAsync(IEnumerable<string> arguments)
    {
        var run = await Cli.Wrap("dotnet")
            .WithArguments([typeof(PeakMemory).Assembly.Location, "--memory-child", .. arguments])
            .ExecuteBufferedAsync();
        return long.Parse(run.StandardOutput, CultureInfo.InvariantCulture) / 1048576.0;
    }
}
