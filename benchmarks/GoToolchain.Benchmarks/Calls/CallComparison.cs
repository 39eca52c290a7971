using System.Diagnostics;
using System.Globalization;
using System.Net;
using GoToolchain.Benchmarks.Comparisons;
using GoToolchain.Fixtures;
using GoToolchain.Sidecar;
using GoToolchain.Testing;

namespace GoToolchain.Benchmarks.Calls;

/// <summary>What one small call into Go costs on each way, one after the other and by one caller: measured in turns.</summary>
internal static class CallComparison
{
    private static readonly string[] s_columns = ["", "median", "least", "most", "per second"];

    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        var go = await TestGo.EnsureAsync("1.24");
        await using var workspace = await GoWorkspace.CopyAsync(
            go,
            RepositoryRoot.File("benchmarks", "GoToolchain.Benchmarks", "Calls", "callee")
        );
        var callee = await workspace.BuildProgramAsync();
        using var library = new TemporaryLibrary(await TemporaryLibrary.BuildAsync(go));
#pragma warning disable CA2000 // The list owns them, and they are disposed below.
        var ways = new List<ICallWay>
        {
            new LibraryCalls(library.File, guarded: false),
            new LibraryCalls(library.File, guarded: true),
            await StreamCalls.OverSocketAsync("Unix socket", await StartAsync(callee, "raw", tcp: false)),
            await StreamCalls.OverSocketAsync("TCP", await StartAsync(callee, "raw", tcp: true)),
            StreamCalls.OverPipes(callee),
            new HttpCalls("HTTP/1.1 over Unix socket", await StartAsync(callee, "http", tcp: false), HttpVersion.Version11),
            new HttpCalls("HTTP/1.1 over TCP", await StartAsync(callee, "http", tcp: true), HttpVersion.Version11),
            new HttpCalls("HTTP/2 over Unix socket", await StartAsync(callee, "http", tcp: false), HttpVersion.Version20),
            new HttpCalls("HTTP/2 over TCP", await StartAsync(callee, "http", tcp: true), HttpVersion.Version20),
        };
#pragma warning restore CA2000
        var times = await MeasureAsync(ways, rounds);
        var rows = new List<IReadOnlyList<string>> { s_columns };
        for (var i = 0; i < ways.Count; i++)
        {
            rows.Add(Row(ways[i].Name, times[i]));
            await ways[i].DisposeAsync();
        }

        return new ComparisonResult($"One call at a time into Go {go.Version}", rows, [], []);
    }

    private static async Task<List<double>[]> MeasureAsync(List<ICallWay> ways, int rounds)
    {
        var times = ways.Select(_ => new List<double>()).ToArray();
        // The first round warms the JIT compiler and connections; it counts only when it is the only one.
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < ways.Count; i++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                await ways[i].RunAsync(ways[i].Calls);
                var elapsed = Stopwatch.GetElapsedTime(start);
                if (round > 0 || rounds == 0)
                {
                    times[i].Add(elapsed.TotalMicroseconds / ways[i].Calls);
                }
            }
        }

        return times;
    }

    private static string[] Row(string name, List<double> microseconds)
    {
        microseconds.Sort();
        var median = microseconds[microseconds.Count / 2];
        return
        [
            name,
            Text(median),
            Text(microseconds[0]),
            Text(microseconds[^1]),
            (1e6 / median).ToString("#,0", CultureInfo.InvariantCulture),
        ];
    }

    private static string Text(double microseconds) =>
        microseconds.ToString(microseconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " µs";

    private static async Task<GoSidecarHost> StartAsync(string callee, string way, bool tcp)
    {
        var options = new GoSidecarHostOptions { Program = callee };
        options.Arguments.Add("-way");
        options.Arguments.Add(way);
        if (tcp)
        {
            options.Arguments.Add("-tcp");
            options.Endpoint = GoSidecarEndpoint.TcpFromLine(@"listening on \S+:(?<port>\d+)");
        }

        var sidecar = new GoSidecarHost("callee", options);
        await sidecar.StartAsync();
        return sidecar;
    }
}
