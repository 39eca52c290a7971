using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GoToolchain.Telemetry;

/// <summary>The source of spans and the meter, one each for the process, as System.Diagnostics wants them; and the instruments besides durations.</summary>
internal static class Signals
{
    private static readonly string? s_version = typeof(Signals).Assembly.GetName().Version?.ToString(3);

    /// <summary>Of all spans.</summary>
    public static ActivitySource Source { get; } = new(GoToolchainTelemetry.ActivitySourceName, s_version);

    /// <summary>Of all instruments.</summary>
    public static Meter Meter { get; } = new(GoToolchainTelemetry.MeterName, s_version);

    /// <summary>How much installations received.</summary>
    public static Counter<long> Downloaded { get; } =
        Meter.CreateCounter<long>("gotoolchain.install.downloaded", "By", "Bytes of archives that installations received.");

    /// <summary>What examinations found.</summary>
    public static Counter<long> Findings { get; } =
        Meter.CreateCounter<long>("gotoolchain.doctor.findings", "{finding}", "Findings of examinations, by code and severity.");

    /// <summary>What content checks found.</summary>
    public static Counter<long> Differences { get; } =
        Meter.CreateCounter<long>("gotoolchain.verify.differences", "{file}", "Files that are not what they should be, by kind.");

    /// <summary>What repairs did.</summary>
    public static Counter<long> RepairActions { get; } =
        Meter.CreateCounter<long>("gotoolchain.repair.actions", "{action}", "What repairs did, by kind.");
}
