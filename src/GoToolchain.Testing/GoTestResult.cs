namespace GoToolchain.Testing;

/// <summary>A test, subtest, example, fuzz target or benchmark, as <c>go test -json</c> reports it.</summary>
/// <param name="Package">The import path of its package.</param>
/// <param name="Name">For example <c>TestAll/empty_input</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took, as Go counts: to hundredths of a second.</param>
/// <param name="Output">What it printed; of more than half a megabyte its beginning and its end.</param>
public sealed record GoTestResult(string Package, string Name, GoTestOutcome Outcome, TimeSpan Elapsed, string Output);
