using GoToolchain.Testing;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What each fixture of a test framework does when it starts and a Go is there, with options that nobody has used before.</summary>
internal sealed class ProductFixture(GoInstallation go, string store) : IContender
{
    private GoTestToolchain? _toolchain;

    public string Name => "GoTestToolchain.EnsureAsync";

    public void Prepare() => _toolchain = null;

    public async Task RunAsync() => _toolchain = await StartAsync(go.Version.Line, store, go.Host);

    public void Finish()
    {
        if (_toolchain?.Installation.Root != go.Root)
        {
            throw new InvalidOperationException($"The Go was {_toolchain}.");
        }
    }

    /// <summary>One start.</summary>
    /// <param name="version">A Go that is in the store.</param>
    /// <param name="store">Of the toolchains.</param>
    /// <param name="host">The machine.</param>
    public static Task<GoTestToolchain> StartAsync(string version, string store, HostMachine host) =>
        GoTestToolchain.EnsureAsync(
            new GoTestOptions
            {
                Version = version,
                Toolchain = new GoToolchainOptions { Host = host, Store = store },
            }
        );
}
