using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace GoToolchain.Testing.MSTest;

/// <summary>The log of a test: lines go to its output; it knows, from the clean-up on, whether the test has failed, and attaches files to its result.</summary>
/// <param name="context">Given by MSTest to the test class.</param>
public sealed class GoOutputLog(TestContext context) : IGoTestLog
{
    /// <inheritdoc/>
    public bool? TestFailed =>
        context.CurrentTestOutcome switch
        {
            UnitTestOutcome.InProgress or UnitTestOutcome.Unknown => null,
            UnitTestOutcome.Passed or UnitTestOutcome.Inconclusive => false,
            _ => true,
        };

    /// <inheritdoc/>
    public void WriteLine(string line) => context.WriteLine(line);

    /// <inheritdoc/>
    public void Attach(string path, string description) => context.AddResultFile(path);
}
