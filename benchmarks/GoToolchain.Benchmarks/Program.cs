using BenchmarkDotNet.Running;
using GoToolchain.Benchmarks;
using GoToolchain.Benchmarks.Comparisons;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Benchmarks.Micro;
using GoToolchain.Benchmarks.Reports;

var command = BenchmarkCommand.Parse(args);
BenchmarkInput.ArchiveDirectory = command.Archives;
switch (command.Kind)
{
    case CommandKind.Usage:
        await Console.Error.WriteLineAsync(BenchmarkCommand.Usage);
        await Console.Error.WriteLineAsync(BenchmarkCommand.Subjects);
        return 64;
    case CommandKind.Compare:
        var comparison = Comparison.All.Single(c => c.Subject == command.Subject);
        await ConsoleReport.WriteAsync(await comparison.RunAsync(command.Rounds ?? comparison.Rounds), Console.Out);
        return 0;
    case CommandKind.Report:
        await PerformancePage.WriteAsync(command.Subject, command.Rounds, Console.Out);
        return 0;
    case CommandKind.Smoke:
        await MicroSmoke.RunAsync(Console.Out);
        foreach (var each in Comparison.All)
        {
            await Console.Out.WriteLineAsync($"== {each.Subject}");
            await ConsoleReport.WriteAsync(await each.RunAsync(0), Console.Out);
        }

        return 0;
    case CommandKind.MemoryChild:
        return await PeakMemory.RunChildAsync(command.Remaining);
    case CommandKind.FixtureChild:
        return await FirstFixture.RunChildAsync(command.Remaining);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(InstallBenchmark).Assembly).Run(command.Remaining);
        return 0;
}
