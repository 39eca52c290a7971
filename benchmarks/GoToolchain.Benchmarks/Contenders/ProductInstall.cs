using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The product, in process: index, download, SHA-256, unpack, manifest, receipt, publish.</summary>
internal sealed class ProductInstall(BenchmarkInput input) : IContender
{
    private string _store = "";
    private GoInstallation? _installed;

    public string Name => "GoToolchainManager.InstallAsync";

    public static Task<GoInstallation> InstallAsync(string mirror, string store, string version) =>
        new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = TestGo.Host,
                Store = store,
                Sources = [mirror],
            }
        ).InstallAsync(version);

    public void Prepare() => _store = input.Work.Next("store");

    public async Task RunAsync() => _installed = await InstallAsync(input.Mirror.Url, _store, input.Version);

    public void Finish()
    {
        Installed.Check(_installed!.Root);
        WorkDirectory.Remove(_store);
    }
}
