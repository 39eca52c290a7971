using System.Collections.Concurrent;

namespace GoToolchain.Fixtures;

/// <summary>
/// Real Go for tests, obtained through the product itself: once per checkout, into <c>artifacts/test-store</c>. Test projects that run at the
/// same time wait for one another at the store's own lock.
/// </summary>
public static class TestGo
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<GoInstallation>>> s_installations = new(StringComparer.Ordinal);

    // Newer lines than the machine's own suite has come from newer suites; where there is no apt at all, from the Go site.
    private static readonly string[] s_sources = ["apt", "apt:trixie", "apt:forky", "go.dev"];

    /// <summary>The store of the tests: absolute.</summary>
    public static string Store { get; } = RepositoryRoot.File("artifacts", "test-store");

    /// <summary>
    /// The machine for tests that run Go: the real one, without the developer's settings for us and for Go, and with caches of its own.
    /// </summary>
    public static HostMachine Host { get; } = CreateHost();

    /// <summary>A toolchain, installed when it is not there yet.</summary>
    /// <param name="spec">For example <c>1.23</c>: a line that the distribution, a newer suite of it, or go.dev serves.</param>
    public static Task<GoInstallation> EnsureAsync(string spec) =>
        s_installations.GetOrAdd(spec, s => new Lazy<Task<GoInstallation>>(() => InstallAsync(s))).Value;

    private static async Task<GoInstallation> InstallAsync(string spec)
    {
        var options = new GoToolchainOptions
        {
            Host = Host,
            Store = Store,
            Sources = s_sources,
            Downloads = GoDownloads.Automatic,
        };
        return await new GoToolchainManager(options).InstallAsync(spec);
    }

    private static HostMachine CreateHost()
    {
        var real = HostMachine.Detect();
        var variables = real
            .Variables.Where(v => !v.Key.StartsWith("GOTC_", StringComparison.OrdinalIgnoreCase))
            .Where(v => !v.Key.StartsWith("GO", StringComparison.Ordinal) || v.Key is "GOPROXY" or "GOSUMDB")
            .ToDictionary(
                v => v.Key,
                v => v.Value,
                OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
            );
        variables["GOENV"] = "off";
        variables["GOCACHE"] = RepositoryRoot.File("artifacts", "test-go-build");
        variables["GOPATH"] = RepositoryRoot.File("artifacts", "test-go-path");
        return new HostMachine
        {
            Variables = variables,
            HomeDirectory = real.HomeDirectory,
            TempDirectory = real.TempDirectory,
            Platform = real.Platform,
        };
    }
}
