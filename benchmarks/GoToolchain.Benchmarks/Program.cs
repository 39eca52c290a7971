using BenchmarkDotNet.Running;
using GoToolchain.Benchmarks;
using GoToolchain.Benchmarks.Inputs;

var command = BenchmarkCommand.Parse(args);
BenchmarkInput.ArchiveDirectory = command.Archives;
switch (command.Kind)
{
    case CommandKind.Usage:
        await Console.Error.WriteLineAsync(BenchmarkCommand.Usage);
        return 64;
    case CommandKind.Compare:
        await SideBySide.RunAsync(command.Subject, command.Rounds, Console.Out);
        return 0;
    case CommandKind.Smoke:
        await SideBySide.RunAsync("install", 1, Console.Out);
        await SideBySide.RunAsync("locate", 1, Console.Out);
        await SideBySide.RunAsync("doctor", 1, Console.Out);
        await SideBySide.RunAsync("buildinfo", 1, Console.Out);
        await SideBySide.RunAsync("build", 1, Console.Out);
        await SideBySide.RunAsync("fixture", 1, Console.Out);
        await SideBySide.RunAsync("verify", 1, Console.Out);
        await SideBySide.RunAsync("recover", 1, Console.Out);
        await SideBySide.RunAsync("calls", 1, Console.Out);
        return 0;
    case CommandKind.MemoryChild:
        return await MemoryOfAnInstall.RunChildAsync(command.Remaining);
    case CommandKind.FixtureChild:
        return await FirstFixture.RunChildAsync(command.Remaining);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(InstallBenchmark).Assembly).Run(command.Remaining, BenchmarkConfiguration.Create());
        return 0;
}
