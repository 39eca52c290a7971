using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests;

public sealed class BenchmarkSpecs
{
    [Fact]
    public async Task Every_benchmark_still_works()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = RepositoryRoot.File("artifacts", "bin", "GoToolchain.Benchmarks", configuration, "GoToolchain.Benchmarks.dll");

        var run = await DotNetCommand.RunAsync(
            RepositoryRoot.File(),
            ["exec", program, "--smoke"],
            cancel: TestContext.Current.CancellationToken
        );

        Assert.True(run.ExitCode == 0, run.Output);
    }
}
