using Microsoft.VisualStudio.TestTools.UnitTesting.Logging;

namespace GoToolchain.Testing.MSTest.Running;

/// <summary>Writes to the messages of the test, or fixture, that waits for the Go: what MSTest has for output that is no test's own.</summary>
internal sealed class GoLiveLog : IGoTestLog
{
    public static GoLiveLog Instance { get; } = new();

    public void WriteLine(string line) => Logger.LogMessage("{0}", line);
}
