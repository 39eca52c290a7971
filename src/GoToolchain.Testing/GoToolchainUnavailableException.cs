namespace GoToolchain.Testing;

/// <summary>A test uses a Go that is not there. The message says why, and what to do.</summary>
public sealed class GoToolchainUnavailableException : Exception
{
    internal GoToolchainUnavailableException(GoErrorCode code, string reason, string cure, Exception? inner)
        : base($"There is no Go for this test ({code}). {reason} {cure}", inner)
    {
        Code = code;
        Reason = reason;
        Cure = cure;
        HelpLink = code.HelpLink.ToString();
    }

    /// <summary>The kind of failure.</summary>
    public GoErrorCode Code { get; }

    /// <summary>Why there is none, and which policy forbids to install one: full sentences.</summary>
    public string Reason { get; }

    /// <summary>What to do: a full sentence.</summary>
    public string Cure { get; }

    // Thrown once for each use, from any thread; one object would collect all their stack traces.
    internal GoToolchainUnavailableException Again() => new(Code, Reason, Cure, InnerException);
}
