using CliWrap;

namespace GoToolchain;

/// <summary>How a program is run while it is watched.</summary>
public sealed record LinkageTraceOptions
{
    /// <summary>Where it runs: absolute. Null: where the calling process is.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Exactly this method; null: strace when it works, else the messages of the loader.</summary>
    public TraceMethod? Method { get; init; }

    /// <summary>How long it may run before it, and all that it has started, is ended; null: as long as it wants.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What it reads. Default: nothing.</summary>
    public PipeSource StandardInput { get; init; } = PipeSource.Null;

    /// <summary>Where its output goes, as it comes. Default: nowhere.</summary>
    public PipeTarget StandardOutput { get; init; } = PipeTarget.Null;

    /// <summary>Where its messages go, as they come. Default: nowhere.</summary>
    public PipeTarget StandardError { get; init; } = PipeTarget.Null;
}
