using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace GoToolchain.Testing.NUnit;

/// <summary>The log of the running test: lines go to its output; it knows whether the test has failed, and attaches files to its result.</summary>
public sealed class GoOutputLog : IGoTestLog
{
    private readonly TestExecutionContext _context = TestExecutionContext.CurrentContext;

    /// <inheritdoc/>
    public bool? TestFailed =>
        _context.CurrentResult.ResultState.Status switch
        {
            TestStatus.Failed => true,
            // Until it ends, a test that runs is inconclusive.
            TestStatus.Inconclusive => null,
            _ => false,
        };

    /// <inheritdoc/>
    public void WriteLine(string line) => _context.OutWriter.WriteLine(line);

    /// <inheritdoc/>
    public void Attach(string path, string description) => TestContext.AddTestAttachment(path, description);
}
