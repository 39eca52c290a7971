using GoToolchain.Fixtures;
using GoToolchain.Testing.Tests;
using GoToolchain.Testing.Xunit;

[assembly: AssemblyFixture(typeof(GoOfTheTests))]

namespace GoToolchain.Testing.Tests;

/// <summary>The package's own fixture, as a user would derive it.</summary>
public sealed class GoOfTheTests() : GoToolchainFixture(TestSettings.Ready)
{
    public override async ValueTask InitializeAsync()
    {
        await TestGo.EnsureAsync(TestSettings.Version);
        await base.InitializeAsync();
    }
}
