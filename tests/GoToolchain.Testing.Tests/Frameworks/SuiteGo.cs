using GoToolchain.Fixtures;
using GoToolchain.Testing.Tests.Frameworks;

[assembly: AssemblyFixture(typeof(SuiteGo))]

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>The Go that the suites of all frameworks meet. Each is made once, when it is needed.</summary>
public sealed class SuiteGo : IAsyncDisposable
{
    private readonly Lazy<Task<(string Store, HealthFinding Finding)>> _broken = new(BreakAsync);
    private readonly Lazy<Task<byte[]>> _archive = new(ArchiveAsync);

    /// <summary>A store with the versions that the suites need, and without the one that they must not find.</summary>
    public static async Task<string> ReadyStoreAsync()
    {
        await Task.WhenAll(TestGo.EnsureAsync("1.22"), TestGo.EnsureAsync("1.23"));
        return TestGo.Store;
    }

    /// <summary>A store whose only Go has lost its compiler, and what the doctor says about that.</summary>
    public Task<(string Store, HealthFinding Finding)> BrokenAsync() => _broken.Value;

    /// <summary>A real release, on a mirror.</summary>
    public async Task<string> AddToAsync(FakeGoMirror mirror) =>
        mirror.AddRelease((await TestGo.EnsureAsync("1.23")).Version.ToString(), await _archive.Value);

    public async ValueTask DisposeAsync()
    {
        if (_broken.IsValueCreated)
        {
            Directory.Delete((await _broken.Value).Store, recursive: true);
        }
    }

    private static async Task<(string Store, HealthFinding Finding)> BreakAsync()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var store = RepositoryRoot.File("artifacts", "test-copies", Guid.NewGuid().ToString("N"));
        var copy = GoRootCopy.At(go, Path.Combine(store, "toolchains", Path.GetFileName(go.Root)));
        copy.Delete($"pkg/tool/{go.Platform.Os}_{go.Platform.Arch}/compile{go.Platform.ExecutableSuffix}");
        var manager = new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = TestGo.Host,
                Store = store,
                Preference = GoPreference.OnlyManaged,
            }
        );
        var report = await manager.CheckAsync(spec: null, new HealthOptions { Level = HealthLevel.Quick });
        return (store, report.Findings.First(finding => finding.Severity == HealthSeverity.Error));
    }

    private static async Task<byte[]> ArchiveAsync() => ReleaseArchive.For(ReleaseArchive.Entries((await TestGo.EnsureAsync("1.23")).Root));
}
