using System.Globalization;

namespace GoToolchain.MSBuild.Building;

/// <summary>Where the time of a build goes: <c>2.31 s (examining Go 0.02 s, go build 2.10 s, go list 0.19 s)</c>.</summary>
/// <param name="clock">The clock.</param>
internal sealed class StepTimes(TimeProvider clock)
{
    private readonly List<(string Name, TimeSpan Time)> _steps = [];

    /// <summary>Waits for a step and notes how long it took.</summary>
    public async Task MeasureAsync(string name, Task step)
    {
        var started = clock.GetTimestamp();
        await step.ConfigureAwait(false);
        _steps.Add((name, clock.GetElapsedTime(started)));
    }

    /// <summary>Waits for a step and notes how long it took.</summary>
    public async Task<T> MeasureAsync<T>(string name, Task<T> step)
    {
        await MeasureAsync(name, (Task)step).ConfigureAwait(false);
        return await step.ConfigureAwait(false);
    }

    public override string ToString()
    {
        var total = new TimeSpan(_steps.Sum(s => s.Time.Ticks));
        return $"{Seconds(total)} ({string.Join(", ", _steps.Select(s => $"{s.Name} {Seconds(s.Time)}"))})";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
