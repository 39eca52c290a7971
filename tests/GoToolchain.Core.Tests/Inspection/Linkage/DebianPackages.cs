using GoToolchain.Fixtures;
using GoToolchain.Sources.Apt;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>
/// Packages of the distribution for tests that need files which no test can make: fetched as the product fetches Go, without root and without a
/// change of the machine, once per checkout, into <c>artifacts/test-packages</c>.
/// </summary>
internal static class DebianPackages
{
    private static readonly SemaphoreSlim s_gate = new(1);
    private static readonly string s_root = RepositoryRoot.File("artifacts", "test-packages");

    /// <summary>Unpacks packages into one directory.</summary>
    /// <param name="name">Name of the directory.</param>
    /// <param name="packages">Their names.</param>
    /// <returns>The directory. The test is skipped where there is no apt, or it has no such package.</returns>
    public static async Task<string> UnpackAsync(string name, params string[] packages)
    {
        var host = TestGo.Host;
        Assert.SkipWhen(host.FindOnPath("apt-get") is null || host.FindOnPath("dpkg-deb") is null, "This machine has no apt.");
        var directory = Path.Combine(s_root, name);
        await s_gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(directory))
            {
                var staging = $"{directory}.{Environment.ProcessId}";
                await FetchAsync(host, packages, staging);
                Directory.Move(staging, directory);
            }
        }
        finally
        {
            s_gate.Release();
        }

        return directory;
    }

    private static async Task FetchAsync(HostMachine host, string[] packages, string staging)
    {
        var cancel = TestContext.Current.CancellationToken;
        var state = Path.Combine(s_root, "apt");
        Directory.CreateDirectory(state);
        Directory.CreateDirectory(staging);
        var apt = new PrivateApt(host, state, DebianArchitecture.FromPlatform(host.Platform)!, NullLogger.Instance);
        await new AptIndex(host, apt, state, null, NullLogger.Instance).RefreshAsync(TimeSpan.FromDays(30), cancel);
        var run = await apt.RunAsync("apt-get", ["download", .. packages], staging, null, cancel);
        if (run.ExitCode != 0)
        {
            Directory.Delete(staging, recursive: true);
            Assert.Skip($"apt has no {string.Join(", ", packages)}: {run.Reason}");
        }

        foreach (var file in Directory.EnumerateFiles(staging, "*.deb"))
        {
            await apt.UnpackAsync(file, staging, cancel);
            File.Delete(file);
        }
    }
}
