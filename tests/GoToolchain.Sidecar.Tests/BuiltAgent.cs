using GoToolchain.Fixtures;
using GoToolchain.Sidecar.Tests;
using GoToolchain.Testing;

[assembly: AssemblyFixture(typeof(BuiltAgent))]

namespace GoToolchain.Sidecar.Tests;

/// <summary>The program in <c>agent/</c>, built once for all tests.</summary>
public sealed class BuiltAgent : IAsyncLifetime
{
    // The first whose net/http serves HTTP/2 without TLS.
    private const string Version = "1.24";

    private GoWorkspace? _workspace;

    public string Executable { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var source = RepositoryRoot.File("tests", "GoToolchain.Sidecar.Tests", "agent");
        _workspace = await GoWorkspace.CopyAsync(await TestGo.EnsureAsync(Version), source);
        Executable = await _workspace.BuildProgramAsync();
    }

    public ValueTask DisposeAsync() => _workspace?.DisposeAsync() ?? ValueTask.CompletedTask;
}
