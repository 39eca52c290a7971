namespace GoToolchain.Sources.Http;

/// <summary>In which way a request failed: it decides whether to try again.</summary>
internal enum HttpFailureKind
{
    /// <summary>No connection: the name is unknown, or nobody answers there. Trying again would only cost time.</summary>
    Unreachable,

    /// <summary>The connection ended before the answer did.</summary>
    Cut,

    /// <summary>Nothing came for too long.</summary>
    Stalled,

    /// <summary>The server says that it cannot at the moment: 408, 429, 5xx.</summary>
    Busy,

    /// <summary>The server says no: any other status.</summary>
    Refused,

    /// <summary>The answer is not what was asked for.</summary>
    Malformed,
}
