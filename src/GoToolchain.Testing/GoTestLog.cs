using GoToolchain.Testing.Logging;

namespace GoToolchain.Testing;

/// <summary>Logs for where there is no adapter of a test framework.</summary>
public static class GoTestLog
{
    /// <summary>Takes nothing.</summary>
    public static IGoTestLog None { get; } = new DelegateLog(_ => { });

    /// <summary>Hands each line on: <c>GoTestLog.To(output.WriteLine)</c>.</summary>
    /// <param name="writeLine">Called from any thread.</param>
    public static IGoTestLog To(Action<string> writeLine)
    {
        ArgumentNullException.ThrowIfNull(writeLine);
        return new DelegateLog(writeLine);
    }
}
