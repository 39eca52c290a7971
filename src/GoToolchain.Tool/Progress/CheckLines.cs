namespace GoToolchain.Tool.Progress;

/// <summary>A line when a check begins that may take a while: for logs. The table follows anyway.</summary>
/// <param name="writer">Where to.</param>
internal sealed class CheckLines(TextWriter writer) : CheckProgress
{
    public override void Report(HealthCheckStart value)
    {
        if (value.Level != HealthLevel.Quick)
        {
            writer.WriteLine($"Checking: {value.Title}");
        }
    }

    public override void Report(HealthCheckResult value) { }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
