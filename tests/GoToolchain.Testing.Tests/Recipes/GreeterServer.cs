using GoToolchain.Fixtures;
using GoToolchain.Testing.Tests.Recipes;

[assembly: AssemblyFixture(typeof(GreeterServer))]

namespace GoToolchain.Testing.Tests.Recipes;

public sealed class GreeterServer : IAsyncLifetime
{
    private static readonly string s_source = RepositoryRoot.File("tests", "GoToolchain.Testing.Tests", "Recipes", "greeter");

    public GoSidecarProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        GoInstallation go = await TestGo.EnsureAsync("1.23");
        Process = await GoSidecarProcess.StartAsync(
            go,
            s_source,
            new GoSidecarOptions
            {
                Port = GoSidecarPort.FromLine(@"listening on \S+:(?<port>\d+)"),
                Ready = [GoReadiness.Http("/greet?name=probe")],
                Variables = new Dictionary<string, string?> { ["GREETING"] = "Hello" },
            }
        );
    }

    public ValueTask DisposeAsync() => Process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
