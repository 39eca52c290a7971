using GoToolchain.Testing.NUnit.Running;
using NUnit.Framework;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// Finds or installs the Go of a test assembly, or of a namespace, once before its tests:
/// <c>[SetUpFixture] public sealed class Go : GoSetUpFixture;</c>. It never throws: the use of <see cref="Toolchain"/> says why there is no Go.
/// </summary>
public abstract class GoSetUpFixture
{
    private static GoTestToolchain? s_toolchain;

    /// <summary>The Go, or why there is none.</summary>
    public static GoTestToolchain Toolchain =>
        s_toolchain
        ?? throw new InvalidOperationException(
            "No fixture has looked for a Go. Derive a class with [SetUpFixture] from GoSetUpFixture, in the namespace of the tests or above it."
        );

    /// <summary>What the suite decides. Default: nothing.</summary>
    protected virtual GoTestOptions? Options => null;

    /// <summary>Called by NUnit before the first test.</summary>
    [OneTimeSetUp]
    public async Task FindOrInstallGoAsync()
    {
        s_toolchain = await GoTestToolchain.EnsureAsync(Options, GoProgressLog.Instance).ConfigureAwait(false);
        await TestContext.Progress.WriteLineAsync(s_toolchain.ToString()).ConfigureAwait(false);
    }

    /// <summary>Called by NUnit after the last test. Of a fixture that spans the assembly, it asks <see cref="GoTestGuard"/>.</summary>
    [OneTimeTearDown]
    public void Verify()
    {
        if (SpansAssembly(GetType()))
        {
            GoTestGuard.Verify();
        }
    }

    // What NUnit says about set-up fixtures: one outside of all namespaces is for the whole assembly.
    internal static bool SpansAssembly(Type type) =>
        type.Namespace is null
        && typeof(GoSetUpFixture).IsAssignableFrom(type)
        && type.IsDefined(typeof(SetUpFixtureAttribute), inherit: true);
}
