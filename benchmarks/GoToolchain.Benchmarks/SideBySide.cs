using System.Diagnostics;
using GoToolchain.Benchmarks.Calls;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks;

/// <summary>
/// Runs contenders in turn, A B C A B C …, so that whatever else the machine does meets all of them, and prints medians and ratios. A first round warms
/// caches and the JIT compiler; it is shown apart and not counted.
/// </summary>
internal static class SideBySide
{
    public static async Task RunAsync(string subject, int rounds, TextWriter output)
    {
        if (subject == "install")
        {
            await using var input = await BenchmarkInput.CreateAsync();
            var kind = input.IsOfficial ? "official archive" : "packed from an installed tree";
            await output.WriteLineAsync(
                $"Install Go {input.Version} ({kind}, {input.Archive.Length / 1e6:0.0} MB) {Where(input.Work)}, {rounds} rounds, {Processors}"
            );
            await CompareAsync([new ProductInstall(input), new ShellInstall(input), new GoItself(input)], rounds, output);
            await MemoryOfAnInstall.ReportAsync(input, output);
        }
        else if (subject == "verify")
        {
            await using var input = await BenchmarkInput.CreateAsync();
            var tree = await RecoverableTree.CreateAsync(input, hasArchive: false, hasSibling: false);
            await output.WriteLineAsync($"Content check of Go {input.Version} {Where(input.Work)}, {rounds} rounds, {Processors}");
            await CompareAsync(
                [new ProductVerify(tree, deep: true), new ShellHash(tree.Root), new ProductVerify(tree, deep: false)],
                rounds,
                output
            );
        }
        else if (subject == "recover")
        {
            await RecoverAsync(rounds, output);
        }
        else if (subject == "calls")
        {
            await CallComparison.RunAsync(rounds, output);
        }
        else if (subject == "doctor")
        {
            var go = await TestGo.EnsureAsync("1.23");
            using var doctor = new ProductDoctor(go);
            await output.WriteLineAsync($"Quick doctor of Go {go.Version}, {rounds} rounds, {Processors}");
            await CompareAsync([doctor, new GoEnvRoot(go)], rounds, output);
        }
        else if (subject == "fixture")
        {
            var go = await TestGo.EnsureAsync("1.23");
            await output.WriteLineAsync($"Start of a fixture when Go {go.Version} is there, {rounds} rounds, {Processors}");
            await CompareAsync([new ProductFixture(go, TestGo.Store), new GoEnvRoot(go)], rounds, output);
            await FirstFixture.ReportAsync(go, TestGo.Store, rounds, output);
        }
        else if (subject == "buildinfo")
        {
            await CompareBuildInfoAsync(await TestGo.EnsureAsync("1.23"), rounds, output);
        }
        else if (subject == "build")
        {
            var go = await TestGo.EnsureAsync("1.23");
            using var projects = await BuildProjects.CreateAsync(go);
            await output.WriteLineAsync($"First build with the package:\n{projects.FirstBuild}\n");
            await output.WriteLineAsync($"dotnet build, nothing changed, {rounds} rounds, {Processors}");
            var table = await CompareAsync(
                [
                    new NothingChanged(projects, "Package", "with the package"),
                    new NothingChanged(projects, "Plain", "without any Go"),
                    new NothingChanged(projects, "ByHand", "Exec of go build"),
                ],
                rounds,
                output
            );
            await output.WriteLineAsync(
                $"The package costs {table.Difference(0, 1):+0;-0} ms, an Exec {table.Difference(2, 1):+0;-0} ms (median over the rounds)."
            );
        }
        else
        {
            using var machine = new CandidateMachine();
            await output.WriteLineAsync($"Locate, {rounds} rounds, {Processors}");
            await CompareAsync([new ProductLocate(machine), new GoEnvRoot(await TestGo.EnsureAsync("1.23"))], rounds, output);
        }
    }

    private static async Task RecoverAsync(int rounds, TextWriter output)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        var (sibling, archive) = (
            await RecoverableTree.CreateAsync(input, hasArchive: false, hasSibling: true),
            await RecoverableTree.CreateAsync(input, hasArchive: true, hasSibling: false)
        );
        var file = Path.Combine(input.Work.Next("archive"), "go.tar.gz");
        await File.WriteAllBytesAsync(file, input.Archive);
        await output.WriteLineAsync($"Recovery of Go {input.Version} after rm -rf {Where(input.Work)}, {rounds} rounds, {Processors}");
        await CompareAsync(
            [new ProductRecover(sibling, "another tree"), new ShellUnpack(input, file), new ProductRecover(archive, "the archive")],
            rounds,
            output
        );
    }

    private static async Task CompareBuildInfoAsync(GoInstallation go, int rounds, TextWriter output)
    {
        var tools = Path.Combine(go.Root, "pkg", "tool", $"{go.Platform.Os}_{go.Platform.Arch}");
        string[] all = [go.GoExecutable, .. Directory.EnumerateFiles(tools).Order(StringComparer.Ordinal)];
        string[] few =
        [
            go.GoExecutable,
            .. ((string[])["compile", "link", "asm"]).Select(name => Path.Combine(tools, name + go.Platform.ExecutableSuffix)),
        ];
        await output.WriteLineAsync($"Build information of the programs of Go {go.Version}, {rounds} rounds, {Processors}");
        var itself = new GoVersionModules(go, all);
        await CompareAsync([new ProductBuildInfo(all, () => itself.Answer), itself, new ProductVersions(few, go.Version)], rounds, output);
    }

    private static string Processors => $"{Environment.ProcessorCount} processors";

    private static string Where(WorkDirectory work) => work.IsInMemory ? "in memory (tmpfs)" : "on disk";

    private static async Task<TimingTable> CompareAsync(IReadOnlyList<IContender> contenders, int rounds, TextWriter output)
    {
        var table = new TimingTable([.. contenders.Select(contender => contender.Name)]);
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                table.Add(i, await MeasureAsync(contenders[i]));
            }
        }

        await output.WriteLineAsync(table.ToString());
        return table;
    }

    private static async Task<TimeSpan> MeasureAsync(IContender contender)
    {
        contender.Prepare();
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await contender.RunAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        contender.Finish();
        return elapsed;
    }
}
