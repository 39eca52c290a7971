using GoToolchain.Fixtures;
using GoToolchain.Testing.Library.Tests;
using GoToolchain.Testing.Xunit;

[assembly: AssemblyFixture(typeof(GoOfTheTests))]

namespace GoToolchain.Testing.Library.Tests;

/// <summary>The package's own fixture, as a user would derive it, with the Go of the test store.</summary>
public sealed class GoOfTheTests() : GoToolchainFixture(s_options)
{
    private static readonly GoTestOptions s_options = new()
    {
        Policy = GoTestPolicy.Provision,
        Version = "1.23",
        Toolchain = new GoToolchainOptions
        {
            Host = TestGo.Host,
            Store = TestGo.Store,
            Preference = GoPreference.OnlyManaged,
        },
    };

    public override async ValueTask InitializeAsync()
    {
        await TestGo.EnsureAsync("1.23");
        await base.InitializeAsync();
    }
}
