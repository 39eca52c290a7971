namespace GoToolchain.Tool.Progress;

/// <summary>A line when a phase begins, and one every few seconds while it lasts: for logs.</summary>
/// <param name="writer">Where to.</param>
/// <param name="clock">The clock.</param>
internal sealed class LineProgress(TextWriter writer, TimeProvider clock) : ProgressDisplay
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private (GoProgressPhase Phase, string? Toolchain, string? Detail)? _last;
    private long _lastTime;

    public override void Report(GoProgress value)
    {
        lock (_gate)
        {
            var step = (value.Phase, value.Toolchain, value.Detail);
            if (_last == step && clock.GetElapsedTime(_lastTime) < s_pause)
            {
                return;
            }

            (_last, _lastTime) = (step, clock.GetTimestamp());
            writer.WriteLine(ProgressLine.Of(value));
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
