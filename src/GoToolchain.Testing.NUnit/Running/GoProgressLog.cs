using NUnit.Framework;

namespace GoToolchain.Testing.NUnit.Running;

/// <summary>Writes to NUnit's live output, not into the result of the test that happens to be the first.</summary>
internal sealed class GoProgressLog : IGoTestLog
{
    public static GoProgressLog Instance { get; } = new();

    public void WriteLine(string line) => TestContext.Progress.WriteLine(line);
}
