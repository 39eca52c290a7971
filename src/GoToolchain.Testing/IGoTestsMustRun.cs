namespace GoToolchain.Testing;

/// <summary>
/// An attribute of a test assembly that must use Go: the form that all test frameworks share. A run is a failure when no test with a Go ran in it.
/// Against suites that skip all that they are for, and still are green; see <see cref="GoTestGuard"/>.
/// </summary>
#pragma warning disable CA1040 // It is found by its type; there is nothing to ask it.
public interface IGoTestsMustRun;
#pragma warning restore CA1040
