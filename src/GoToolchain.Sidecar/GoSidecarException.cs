namespace GoToolchain.Sidecar;

/// <summary>A sidecar is not there, cannot be started, is not ready, or has failed. The message says what, where, why, and what to do.</summary>
public sealed class GoSidecarException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">One of <see cref="GoSidecarErrorCodes"/>.</param>
    /// <param name="sidecar">The name of the sidecar.</param>
    /// <param name="message">What failed and why, and the next step: full sentences.</param>
    /// <param name="inner">The exception that caused this one.</param>
    public GoSidecarException(string code, string sidecar, string message, Exception? inner = null)
        : base($"{code}: {message}", inner)
    {
        (Code, Sidecar) = (code, sidecar);
        HelpLink = $"https://github.com/gotoolchain/GoToolchain.Net/blob/main/docs/errors/{code}.md";
    }

    /// <summary>One of <see cref="GoSidecarErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The name of the sidecar.</summary>
    public string Sidecar { get; }

    /// <summary>The exit code of the sidecar, or 128 and the number of the signal that ended it; null when it has none.</summary>
    public int? ExitCode { get; init; }
}
