namespace GoToolchain.Sources.Http;

/// <summary>How patient and how strict the HTTP client is.</summary>
internal sealed record HttpLimits
{
    /// <summary>The longest wait for a connection. Short: a site that is not reachable from here must be passed over quickly.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest wait for the head of an answer, connection included.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest silence in the middle of a body.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a request is repeated after a passing failure.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first repetition; it doubles each time, and has jitter.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest pause that a server may ask for with <c>Retry-After</c>; one that asks for more is given up.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many redirects are followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>The largest index in bytes. That of go.dev has 2.2 MB.</summary>
    public int IndexBytes { get; init; } = 64 << 20;
}
