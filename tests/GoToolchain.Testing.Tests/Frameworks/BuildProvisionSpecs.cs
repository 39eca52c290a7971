using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>The target that the packages bring into the build of test projects. It is the same for all frameworks.</summary>
public sealed class BuildProvisionSpecs(BuiltSuites suites, SuiteGo go)
{
    [Fact]
    public async Task The_build_of_a_test_project_provides_the_Go_and_its_run_needs_neither_network_nor_installation()
    {
        using var store = new ScratchDirectory("store");
        await using var mirror = new FakeGoMirror();
        var archive = await go.AddToAsync(mirror);
        var suite = await suites.GetAsync(SuiteFramework.XunitV3);
        var machine = SuiteMachine.With(store.Root, mirror.Url);

        await suite.BuildTargetAsync("ProvisionGoForTests", machine, "-p:IsTestProject=false", "-p:IsTestingPlatformApplication=false");
        await suite.BuildTargetAsync("ProvisionGoForTests", machine, "-p:GoTestingProvision=false");
        Assert.Empty(mirror.Requests);

        machine["CI"] = "true";
        await suite.BuildTargetAsync("ProvisionGoForTests", machine);
        Assert.Equal(1, mirror.Count(archive));

        machine["GOTC_OFFLINE"] = "true";
        var run = await suite.RunAsync(TestPlatform.TestingPlatform, machine, only: "Fact_asks_go");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(1, run.Report.Passed);
    }
}
