using GoToolchain.Fixtures;
using GoToolchain.Testing.Tests.Sidecars;

[assembly: AssemblyFixture(typeof(BuiltAgent))]

namespace GoToolchain.Testing.Tests.Sidecars;

/// <summary>The program in <c>agent/</c>, built once for all tests.</summary>
public sealed class BuiltAgent : IAsyncLifetime
{
    private GoWorkspace? _workspace;

    public static string Source { get; } = RepositoryRoot.File("tests", "GoToolchain.Testing.Tests", "Sidecars", "agent");

    public string Executable { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _workspace = await GoWorkspace.CopyAsync(await TestGo.EnsureAsync(TestSettings.Version), Source);
        Executable = await _workspace.BuildProgramAsync();
    }

    public ValueTask DisposeAsync() => _workspace?.DisposeAsync() ?? ValueTask.CompletedTask;
}
