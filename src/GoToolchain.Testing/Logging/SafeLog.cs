namespace GoToolchain.Testing.Logging;

/// <summary>
/// Writes to a log that may refuse, as frameworks do when the test is over. A refusal must not end the thread that reads the output of a sidecar: it would
/// end the test host.
/// </summary>
internal sealed class SafeLog(IGoTestLog log, Action<string> onRefusal)
{
    private int _refusals;

    public void WriteLine(string line)
    {
        if (Volatile.Read(ref _refusals) > 0)
        {
            return;
        }

        try
        {
            log.WriteLine(line);
        }
#pragma warning disable CA1031 // The code is the user's or a framework's, and the lines are kept elsewhere too.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Both outputs of a sidecar may be refused at the same time.
            if (Interlocked.Increment(ref _refusals) == 1)
            {
                onRefusal($"The log takes no more lines: {e.Message}");
            }
        }
    }
}
