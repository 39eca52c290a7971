using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Logging;

/// <summary>Turns the lines of one run of a sidecar into log entries.</summary>
internal sealed class LineForwarder(ILogger logger)
{
    private bool _isDying;

    /// <summary>Forwards a line. Called by one thread at a time for each of the two streams.</summary>
    public void Forward(string line, bool isError)
    {
        try
        {
            if (SlogRecord.Parse(line) is { } record)
            {
                logger.Log(record.Level, default, record, null, static (r, _) => r.ToString());
                return;
            }

            // Go's last words, and all that follows them: the stacks of the goroutines.
            _isDying |=
                isError
                && (line.StartsWith("panic: ", StringComparison.Ordinal) || line.StartsWith("fatal error: ", StringComparison.Ordinal));
            if (isError && _isDying)
            {
                logger.LastWords(line);
            }
            else
            {
                // Go's package log writes everything to the standard error, so that says nothing about its weight.
                logger.Line(line);
            }
        }
#pragma warning disable CA1031 // A logger that throws must not end the thread that empties the pipe: the sidecar would stand still.
        catch (Exception)
#pragma warning restore CA1031
        {
            // There is nobody to tell.
        }
    }
}
