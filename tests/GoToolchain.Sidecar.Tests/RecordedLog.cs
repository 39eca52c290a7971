using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Properties)> Entries { get; } = new();

    public string? Category { get; private set; }

    public ILogger CreateLogger(string categoryName)
    {
        Category = categoryName;
        return this;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries.Enqueue((logLevel, formatter(state, exception), [.. (IReadOnlyList<KeyValuePair<string, object?>>)state!]));

    public bool Has(string text) => Entries.Any(e => e.Text.Contains(text, StringComparison.Ordinal));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
