using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GoToolchain.Sidecar.Tests;

public sealed class TelemetrySpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task Starts_and_restarts_are_counted_and_a_start_is_a_span()
    {
        // Other tests are measured at the same time.
        const string Name = "measured";
        var measured = new ConcurrentQueue<(string Instrument, string Tags)>();
        var spans = new ConcurrentQueue<Activity>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "GoToolchain.Sidecar")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((i, _, tags, _) => measured.Enqueue((i.Name, Text(tags))));
        meters.SetMeasurementEventCallback<double>((i, _, tags, _) => measured.Enqueue((i.Name, Text(tags))));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "GoToolchain.Sidecar",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);

        await using var sidecar = new GoSidecarHost(Name, Options("-failures", Scratch.CreateFile("failures", "1")));
        await sidecar.StartAsync(Cancel);

        Assert.Equal(
            [
                ("gotoolchain.sidecar.starts", "sidecar.name=measured outcome=GOTC8003"),
                ("gotoolchain.sidecar.restarts", "sidecar.name=measured reason=GOTC8003"),
                ("gotoolchain.sidecar.starts", "sidecar.name=measured outcome=ready"),
                ("gotoolchain.sidecar.start.duration", "sidecar.name=measured"),
            ],
            measured.Where(m => m.Tags.Contains(Name, StringComparison.Ordinal))
        );
        Assert.Equal(
            [ActivityStatusCode.Error, ActivityStatusCode.Unset],
            spans.Where(s => (string?)s.GetTagItem("sidecar.name") == Name).Select(s => s.Status)
        );
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}
