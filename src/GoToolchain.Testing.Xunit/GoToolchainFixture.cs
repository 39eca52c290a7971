using Xunit;
#if XUNIT_V3
using LifetimeTask = System.Threading.Tasks.ValueTask;
#else
using LifetimeTask = System.Threading.Tasks.Task;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// The Go of a test class, collection or assembly. It starts without an exception also when there is no Go, because xunit counts one as a failure of
/// every test; the use of <see cref="Toolchain"/> then says why. Derive from it to name a version or policy.
/// </summary>
public class GoToolchainFixture : IAsyncLifetime
{
    private readonly GoTestOptions? _options;
    private GoTestToolchain? _toolchain;

    /// <summary>A Go by default settings: one for all fixtures of the process.</summary>
    public GoToolchainFixture() { }

    /// <summary>A Go by the suite's own settings.</summary>
    /// <param name="options">What the suite decides. Keep it in a static field, and all fixtures that pass it share one Go.</param>
    protected GoToolchainFixture(GoTestOptions options) => _options = options;

    /// <summary>The Go, or why there is none.</summary>
    public GoTestToolchain Toolchain => _toolchain ?? throw new InvalidOperationException("xunit has not started this fixture yet.");

    /// <inheritdoc/>
    public virtual async LifetimeTask InitializeAsync() =>
#if XUNIT_V3
        _toolchain = await GoTestToolchain.EnsureAsync(_options, TestContext.Current.CancellationToken).ConfigureAwait(false);
#else
        _toolchain = await GoTestToolchain.EnsureAsync(_options).ConfigureAwait(false);
#endif

    /// <inheritdoc/>
#pragma warning disable CA1816 // Nothing here has a finaliser; the toolchain stays for other fixtures.
    public virtual LifetimeTask DisposeAsync() => LifetimeTask.CompletedTask;
#pragma warning restore CA1816
}
