namespace GoToolchain.Sidecar;

/// <summary>How a sidecar is started, watched, started again and ended.</summary>
public sealed class GoSidecarHostOptions
{
    /// <summary>
    /// The program: its name as <c>GoSidecar</c> put it beside the application (<c>agent</c>, or <c>tools/agent</c> when the item has a <c>Link</c>; without
    /// <c>.exe</c>), or an absolute path. Default: the name of the sidecar.
    /// </summary>
    public string? Program { get; set; }

    /// <summary>Its arguments. <c>{socket}</c> in them stands for the path of its socket, <c>{port}</c> for its port when that has a fixed number.</summary>
    public IList<string> Arguments { get; } = [];

    /// <summary>Environment variables, besides those of this process; null removes one. Placeholders as in <see cref="Arguments"/>.</summary>
    public IDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where it runs: absolute. Default: where its program lies.</summary>
    public string? WorkingDirectory { get; set; }

    /// <summary>Where it is reached. Default: a Unix-domain socket in a private directory.</summary>
    public GoSidecarEndpoint Endpoint { get; set; } = GoSidecarEndpoint.UnixSocket;

    /// <summary>When it is ready: when each of these has held, one after the other. Empty, as by default: when its endpoint accepts a connection.</summary>
    public IList<GoSidecarProbe> Ready { get; } = [];

    /// <summary>How long that may take. Default: 30 seconds.</summary>
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Asked again and again while it is ready; null, as by default: only its end counts as a failure.</summary>
    public GoSidecarProbe? Liveness { get; set; }

    /// <summary>How long between two questions, and how long an answer may take. Default: 10 seconds.</summary>
    public TimeSpan LivenessInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how many answers in a row that are missing or wrong it is ended and counts as failed. Default: 3.</summary>
    public int LivenessFailures { get; set; } = 3;

    /// <summary>When it is started again. Default: after a failure.</summary>
    public GoSidecarRestartPolicy Restart { get; set; }

    /// <summary>How often in a row it is started again before it has failed for good. Default: 5.</summary>
    public int MaxRestarts { get; set; } = 5;

    /// <summary>After it was ready for so long, the row is over: restarts and pauses are counted from the beginning. Default: 1 minute.</summary>
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause before the first restart; each further one in a row doubles it, and up to half of it is taken off by chance. Default: 200 ms.</summary>
    public TimeSpan RestartDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause. Default: 30 seconds.</summary>
    public TimeSpan MaxRestartDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How it is asked to end.</summary>
    public GoSidecarStopMethod StopMethod { get; set; }

    /// <summary>How long it may take to end before it is killed. Default: 10 seconds.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection waits for a sidecar that is being started. Default: 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The application does not wait at its start until the sidecar is ready, nor fail when that fails. Default: it does.</summary>
    public bool StartInBackground { get; set; }
}
