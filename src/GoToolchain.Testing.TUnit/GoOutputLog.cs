using TUnit.Core;

namespace GoToolchain.Testing.TUnit;

/// <summary>The log of a test: lines go to its output; it knows whether the test has failed, and attaches files to its result.</summary>
/// <param name="context">The test; null: the one that runs now.</param>
public sealed class GoOutputLog(TestContext? context = null) : IGoTestLog
{
    private readonly TestContext? _context = context ?? TestContext.Current;

    /// <inheritdoc/>
    public bool? TestFailed => _context?.Execution.Result is { } result ? result.State is TestState.Failed or TestState.Timeout : null;

    /// <inheritdoc/>
    public void WriteLine(string line) => _context?.Output.WriteLine(line);

    /// <inheritdoc/>
    public void Attach(string path, string description) => _context?.Output.AttachArtifact(path, Path.GetFileName(path), description);
}
