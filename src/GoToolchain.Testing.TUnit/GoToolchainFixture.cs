using TUnit.Core;
using TUnit.Core.Interfaces;

namespace GoToolchain.Testing.TUnit;

/// <summary>
/// The Go of a test, class, assembly or whole session, as <c>[ClassDataSource&lt;GoToolchainFixture&gt;(Shared = SharedType.PerTestSession)]</c> says. It
/// starts without an exception also when there is no Go; the use of <see cref="Toolchain"/> then says why. Derive from it to name a version or policy.
/// </summary>
public class GoToolchainFixture : IAsyncInitializer
{
    private readonly GoTestOptions? _options;
    private GoTestToolchain? _toolchain;

    /// <summary>A Go by default settings: one for all fixtures of the process.</summary>
    public GoToolchainFixture() { }

    /// <summary>A Go by the suite's own settings.</summary>
    /// <param name="options">What the suite decides. All fixtures that pass an equal one share one Go.</param>
    protected GoToolchainFixture(GoTestOptions options) => _options = options;

    /// <summary>The Go, or why there is none.</summary>
    public GoTestToolchain Toolchain => _toolchain ?? throw new InvalidOperationException("TUnit has not started this fixture yet.");

    /// <inheritdoc/>
    public virtual async Task InitializeAsync() =>
        _toolchain = await GoTestToolchain.EnsureAsync(_options, new GoOutputLog()).ConfigureAwait(false);
}
