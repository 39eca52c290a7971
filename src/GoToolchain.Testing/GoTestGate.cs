using System.Reflection;
using GoToolchain.Testing.Provisioning;

namespace GoToolchain.Testing;

/// <summary>What a package for a test framework asks before each test that needs a Go. Tests themselves have no need of it.</summary>
public static class GoTestGate
{
    /// <summary>
    /// Looks for the Go that a test needs, or installs it where the policy says so. What it needs is said by the nearest
    /// <see cref="IGoRequirement"/> and <see cref="GoTestPolicyAttribute"/> of the method, its class or its assembly, and by the argument that comes
    /// from an <see cref="IGoVersionMatrix"/>. A test that gets a Go counts for <see cref="GoTestGuard"/>.
    /// </summary>
    /// <param name="method">The test.</param>
    /// <param name="testClass">Its class; null: the one that declares it.</param>
    /// <param name="arguments">The arguments of this run of it.</param>
    /// <param name="log">Is told what an installation does.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>
    /// The outcome. The test is to be skipped when there is a <see cref="GoTestToolchain.SkipReason"/>, and to fail by
    /// <see cref="GoTestToolchain.ThrowIfUnavailable"/>.
    /// </returns>
    public static async Task<GoTestToolchain> EnterAsync(
        MethodInfo method,
        Type? testClass = null,
        IEnumerable<object?>? arguments = null,
        IGoTestLog? log = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(method);
        var options = TestNeeds.Of(method, testClass ?? method.DeclaringType, arguments ?? []);
        var go = await GoTestToolchain.EnsureAsync(options, log, cancel).ConfigureAwait(false);
        if (go.Status == GoTestStatus.Ready)
        {
            GoTestGuard.Count();
        }

        return go;
    }

    /// <summary>Like <see cref="EnterAsync"/>, for frameworks that ask in a place that cannot wait asynchronously.</summary>
    /// <param name="method">The test.</param>
    /// <param name="testClass">Its class; null: the one that declares it.</param>
    /// <param name="arguments">The arguments of this run of it.</param>
    /// <param name="log">Is told what an installation does.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The outcome.</returns>
    public static GoTestToolchain Enter(
        MethodInfo method,
        Type? testClass = null,
        IEnumerable<object?>? arguments = null,
        IGoTestLog? log = null,
        CancellationToken cancel = default
    ) =>
        // Off this thread, no synchronisation context can be in the way.
        Task.Run(() => EnterAsync(method, testClass, arguments, log, cancel), cancel).GetAwaiter().GetResult();
}
