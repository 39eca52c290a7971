using Xunit;
#if XUNIT_V3
using GoToolchain.Testing.Xunit.Logging;
using Xunit.Sdk;
using LifetimeTask = System.Threading.Tasks.ValueTask;
#else
using GoToolchain.Testing.Xunit.Logging;
using Xunit.Abstractions;
using LifetimeTask = System.Threading.Tasks.Task;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// The Go of a test class or collection, and under xunit v3 of an assembly. It starts without an exception also when there is no Go, because xunit
/// counts one as a failure of every test; the use of <see cref="Toolchain"/> then says why. Derive from it to name a version or policy. What an
/// installation does goes to the diagnostic messages of the run (<c>"diagnosticMessages": true</c> in xunit.runner.json shows them).
/// </summary>
public class GoToolchainFixture : IAsyncLifetime
{
    private readonly GoTestOptions? _options;
    private readonly IGoTestLog? _log;
    private GoTestToolchain? _toolchain;

    /// <summary>A Go by default settings: one for all fixtures of the process.</summary>
    /// <param name="diagnostics">Given by xunit.</param>
    public GoToolchainFixture(IMessageSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        _log = new DiagnosticLog(diagnostics);
    }

    /// <summary>A Go by the suite's own settings.</summary>
    /// <param name="options">What the suite decides. All fixtures that pass an equal one share one Go.</param>
    /// <param name="log">Is told what an installation does; null: nothing is.</param>
    protected GoToolchainFixture(GoTestOptions options, IGoTestLog? log = null) => (_options, _log) = (options, log);

    /// <summary>The Go, or why there is none.</summary>
    public GoTestToolchain Toolchain => _toolchain ?? throw new InvalidOperationException("xunit has not started this fixture yet.");

    /// <inheritdoc/>
    public virtual async LifetimeTask InitializeAsync() =>
#if XUNIT_V3
        _toolchain = await GoTestToolchain.EnsureAsync(_options, _log, TestContext.Current.CancellationToken).ConfigureAwait(false);
#else
        _toolchain = await GoTestToolchain.EnsureAsync(_options, _log).ConfigureAwait(false);
#endif

    /// <inheritdoc/>
#pragma warning disable CA1816 // Nothing here has a finaliser; the toolchain stays for other fixtures.
    public virtual LifetimeTask DisposeAsync() => LifetimeTask.CompletedTask;
#pragma warning restore CA1816
}
