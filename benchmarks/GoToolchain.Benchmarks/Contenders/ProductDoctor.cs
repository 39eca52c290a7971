using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>The quick doctor, in process: a whole real GOROOT and what surrounds it. The machine refuses to start any process.</summary>
internal sealed class ProductDoctor : IContender, IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly GoToolchainManager _manager;
    private HealthReport? _report;

    public ProductDoctor(GoInstallation go)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = string.Join(Path.PathSeparator, Path.Combine(go.Root, "bin"), Environment.GetEnvironmentVariable("PATH")),
            [OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME"] = _scratch["home"],
        };
        _manager = new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(_scratch, variables, mayStartProcesses: false),
                Root = go.Root,
                Store = _scratch["store"],
            }
        );
    }

    public string Name => "CheckAsync, quick";

    public void Prepare() => _report = null;

    public async Task RunAsync() => _report = await _manager.CheckAsync(options: new HealthOptions { Level = HealthLevel.Quick });

    public void Finish()
    {
        if (_report is not { IsHealthy: true, Checks.Count: > 20 })
        {
            throw new InvalidOperationException($"The doctor says: {_report}");
        }
    }

    public void Dispose() => _scratch.Dispose();
}
