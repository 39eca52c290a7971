namespace GoToolchain.Testing;

/// <summary>The tests of one package, as <c>go test -json</c> reports them.</summary>
/// <param name="Path">Its import path.</param>
/// <param name="Outcome">Failed also when no test of it did: a panic, a time-out, <c>os.Exit</c>, or an error of the compiler.</param>
/// <param name="BuildFailed">It was not run, for it, or what it needs, does not compile.</param>
/// <param name="Elapsed">How long its test program ran.</param>
/// <param name="Output">What its test program printed outside of tests.</param>
public sealed record GoTestPackage(string Path, GoTestOutcome Outcome, bool BuildFailed, TimeSpan Elapsed, string Output);
