using GoToolchain.Testing.MSTest.Running;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace GoToolchain.Testing.MSTest;

/// <summary>
/// The Go of a test assembly: <c>[assembly: AssemblyFixtureProvider(typeof(GoAssembly))]</c> has it looked for, or installed, once before the tests. It
/// never throws: the use of <see cref="Toolchain"/> says why there is no Go. At the end it asks <see cref="GoTestGuard"/>.
/// </summary>
[TestClass]
public static class GoAssembly
{
    private static GoTestToolchain? s_toolchain;

    /// <summary>The Go, or why there is none.</summary>
    public static GoTestToolchain Toolchain =>
        s_toolchain
        ?? throw new InvalidOperationException(
            "Nobody has looked for a Go. Add [assembly: AssemblyFixtureProvider(typeof(GoAssembly))] to the test assembly."
        );

    /// <summary>Called by MSTest before the first test.</summary>
    /// <param name="context">Given by MSTest.</param>
    [AssemblyInitialize]
    public static async Task FindOrInstallGoAsync(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        s_toolchain = await GoTestToolchain.EnsureAsync(options: null, GoLiveLog.Instance, context.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>Called by MSTest after the last test.</summary>
    [AssemblyCleanup]
    public static void Verify() => GoTestGuard.Verify();
}
