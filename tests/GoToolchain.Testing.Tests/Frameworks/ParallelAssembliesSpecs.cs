using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>Test hosts that start at the same time, on a machine without any Go.</summary>
public sealed class ParallelAssembliesSpecs(BuiltSuites suites, SuiteGo go)
{
    [Theory]
    [InlineData("XunitV3", TestPlatform.TestingPlatform)]
    [InlineData("Xunit", TestPlatform.VSTest)]
    [InlineData("NUnit", TestPlatform.VSTest)]
    [InlineData("MSTest", TestPlatform.TestingPlatform)]
    [InlineData("TUnit", TestPlatform.TestingPlatform)]
    public async Task Four_assemblies_at_once_download_once(string name, TestPlatform platform)
    {
        using var store = new ScratchDirectory("store");
        await using var mirror = new FakeGoMirror();
        var archive = await go.AddToAsync(mirror);
        var suite = await suites.GetAsync(SuiteFramework.Named(name));
        var machine = SuiteMachine.With(store.Root, mirror.Url);

        var runs = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(i => suite.RunAsync(platform, machine, only: "Fact_asks_go", suite.Copy($"{name}-{i}")))
        );

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.All(runs, run => Assert.Equal(1, run.Report.Passed));
        Assert.Equal(1, mirror.Count(archive));
    }
}
