using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Spans and metrics, both under the name <c>GoToolchain.Sidecar</c>; without a listener they cost nothing.</summary>
internal static class SidecarTelemetry
{
    public const string Name = "GoToolchain.Sidecar";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_starts = s_meter.CreateCounter<long>(
        "gotoolchain.sidecar.starts",
        "{start}",
        "Starts of sidecars, by outcome: ready or the code of the failure."
    );

    private static readonly Counter<long> s_restarts = s_meter.CreateCounter<long>(
        "gotoolchain.sidecar.restarts",
        "{restart}",
        "Sidecars that are started again, by the code of the failure, or ended."
    );

    private static readonly Histogram<double> s_startDuration = s_meter.CreateHistogram<double>(
        "gotoolchain.sidecar.start.duration",
        "s",
        "From the start of a sidecar until it is ready."
    );

    public static Activity? StartSpan(string sidecar) =>
        s_source.StartActivity("gotoolchain.sidecar.start")?.SetTag("sidecar.name", sidecar);

    public static void Started(string sidecar, TimeSpan duration)
    {
        var name = Tag("sidecar.name", sidecar);
        s_starts.Add(1, name, Tag("outcome", "ready"));
        s_startDuration.Record(duration.TotalSeconds, name);
    }

    public static void NotStarted(string sidecar, string code, Activity? span)
    {
        s_starts.Add(1, Tag("sidecar.name", sidecar), Tag("outcome", code));
        span?.SetStatus(ActivityStatusCode.Error, code);
    }

    public static void Restarting(string sidecar, string? code) =>
        s_restarts.Add(1, Tag("sidecar.name", sidecar), Tag("reason", code ?? "ended"));

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
