using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>A real Go on a machine that has the distribution's compilers for other platforms, or only what a test puts there.</summary>
internal static class CgoMachine
{
    /// <summary>With the compilers; the test is skipped where they are not to be had.</summary>
    /// <param name="version">For example <c>1.23</c>.</param>
    public static async Task<GoInstallation> EnsureAsync(string version)
    {
        var compilers = await DistributionCompilers.EnsureAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(compilers.Directory is null, compilers.Reason);
        Assert.SkipWhen(TestGo.Host.FindOnPath("gcc") is null, "This machine has no gcc.");
        var go = await TestGo.EnsureAsync(version);
        return On(go, TestGo.Host, compilers.Directory + Path.PathSeparator + TestGo.Host.GetVariable("PATH"));
    }

    /// <summary>The same Go on a machine with that PATH, and maybe more variables.</summary>
    public static GoInstallation On(GoInstallation go, HostMachine host, string path, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(host.Variables) { ["PATH"] = path };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var machine = new SandboxMachine
        {
            Variables = all,
            HomeDirectory = host.HomeDirectory,
            TempDirectory = host.TempDirectory,
            FileSystemRoot = host.FileSystemRoot,
            Platform = host.Platform,
            MayStartProcesses = host is not SandboxMachine { MayStartProcesses: false },
        };
        return new GoInstallation(go.Candidate, machine);
    }
}
