using System.Diagnostics;

namespace GoToolchain.Telemetry;

/// <summary>A piece of work that somebody observes. It ends when it is disposed.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="span">Its span; null when only metrics are wanted.</param>
internal sealed class Operation(OperationKind kind, Activity? span) : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private TagList _tags;
    private string? _phase;

    /// <summary>Says something about it on the span alone: what has too many values to be counted by.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Null: nothing is said.</param>
    public Operation Note(string name, object? value)
    {
        span?.SetTag(name, value);
        return this;
    }

    /// <summary>Says something about it on the span and the measurement.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">One of few; null: nothing is said.</param>
    public Operation Tag(string name, object? value)
    {
        if (value is not null)
        {
            _tags.Add(name, value);
            span?.SetTag(name, value);
        }

        return this;
    }

    /// <summary>It goes into another phase, which becomes an event of the span.</summary>
    /// <param name="phase">Its name.</param>
    public void Enter(string phase)
    {
        if (span is not null && _phase != phase)
        {
            _phase = phase;
            span.AddEvent(new ActivityEvent(phase));
        }
    }

    /// <summary>It has failed.</summary>
    /// <param name="exception">How.</param>
    public void Fail(Exception exception)
    {
        var type = exception switch
        {
            GoToolchainException e => e.Code.Id,
            OperationCanceledException => "cancelled",
            _ => exception.GetType().FullName,
        };
        Fail(type!, exception.Message);
    }

    /// <summary>It has come to an end that is not the good one.</summary>
    /// <param name="type">A code, or another word of few.</param>
    /// <param name="description">For people.</param>
    public void Fail(string type, string? description = null)
    {
        Tag("error.type", type);
        span?.SetStatus(ActivityStatusCode.Error, description);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        kind.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, _tags);
        span?.Dispose();
    }
}
