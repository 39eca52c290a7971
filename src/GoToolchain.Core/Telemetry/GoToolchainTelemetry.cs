namespace GoToolchain;

/// <summary>
/// The names under which the library reports what it does, through <see cref="System.Diagnostics.ActivitySource"/> and
/// <see cref="System.Diagnostics.Metrics.Meter"/>: give them to <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry. Every name, unit and tag is in
/// <c>docs/telemetry.md</c>. Nothing is sent anywhere by the library itself, and nothing is measured while nobody listens.
/// </summary>
public static class GoToolchainTelemetry
{
    /// <summary>The name of the source of spans.</summary>
    public const string ActivitySourceName = "GoToolchain";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "GoToolchain";
}
