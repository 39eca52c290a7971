using GoToolchain.Sidecar.Logging;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Tests;

public sealed class LogSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task Records_of_slog_keep_level_message_and_attributes()
    {
        await using var sidecar = await StartAsync(Options("-slog"));
        // They come on another stream than the word that it is ready.
        await UntilAsync(() => Log.Entries.Any(e => e.Level == LogLevel.Critical));
        var records = Log.Entries.Where(e => e.Text.StartsWith("record ", StringComparison.Ordinal)).ToList();

        Assert.Equal("GoToolchain.Sidecar.agent", Log.Category);
        Assert.Equal(
            [
                LogLevel.Trace,
                LogLevel.Debug,
                LogLevel.Information,
                LogLevel.Information,
                LogLevel.Warning,
                LogLevel.Error,
                LogLevel.Critical,
            ],
            records.Select(e => e.Level)
        );
        Assert.All(
            records,
            e => Assert.Equal("""record {with braces} number=42 ratio=0.5 yes=True request.path=/x request.tags=["a","b"]""", e.Text)
        );
        Assert.Equal(
            [
                new("number", 42L),
                new("ratio", 0.5),
                new("yes", true),
                new("request.path", "/x"),
                new("request.tags", """["a","b"]"""),
                new("{OriginalFormat}", "record {{with braces}}"),
            ],
            records[0].Properties
        );
    }

    [Fact]
    public async Task Other_lines_are_information_whichever_stream_they_come_from()
    {
        await using var sidecar = await StartAsync(Options("-slog"));
        await UntilAsync(() => Log.Has("ready") && Log.Has("plain line"));

        Assert.All(
            Log.Entries.Where(e => e.Text is "plain line" || e.Text.StartsWith("ready", StringComparison.Ordinal)),
            e => Assert.Equal(LogLevel.Information, e.Level)
        );
    }

    [Fact]
    public async Task The_words_of_a_panic_are_errors()
    {
        await using var sidecar = await StartAsync(Options());
        await SendAsync(sidecar, "/panic");
        await UntilAsync(() => sidecar is { RestartCount: 1, State: GoSidecarState.Ready });

        Assert.Equal(LogLevel.Error, Log.Entries.First(e => e.Text == "panic: as it was told").Level);
        Assert.Equal(LogLevel.Error, Log.Entries.First(e => e.Text.StartsWith("goroutine ", StringComparison.Ordinal)).Level);
        Assert.Contains("panic: as it was told", sidecar.LastFailure!.Message, StringComparison.Ordinal);
        Assert.Equal((GoSidecarErrorCodes.Ended, 2), (sidecar.LastFailure.Code, sidecar.LastFailure.ExitCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"level":"INFO"}""")]
    [InlineData("""{"msg":"x","level":"LOUD"}""")]
    [InlineData("""{"msg":"x","level":"INFO+y"}""")]
    [InlineData("""{"msg":1,"level":"INFO"}""")]
    [InlineData("""{"msg":"x","level":3}""")]
    public void What_is_no_record_is_a_line(string line) => Assert.Null(SlogRecord.Parse(line));

    [Fact]
    public async Task A_logger_that_throws_does_not_stop_the_sidecar()
    {
        using var log = new ThrowingLog();
        await using var sidecar = new GoSidecarHost("agent", Options("-slog"), log);

        // Only what the sidecar prints is refused.
        await sidecar.StartAsync(Cancel);

        Assert.Equal(GoSidecarState.Ready, sidecar.State);
    }

    private sealed class ThrowingLog : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (eventId.Id < 10)
            {
                throw new InvalidOperationException("of the logger");
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }
    }
}
