using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GoToolchain.Telemetry;

/// <summary>A kind of work of which every run is a span, and its duration a measurement: <c>gotoolchain.install</c>, <c>gotoolchain.install.duration</c>.</summary>
internal sealed class OperationKind
{
    private OperationKind(string name, string what, params double[] boundaries)
    {
        Name = "gotoolchain." + name;
#if NET9_0_OR_GREATER
        Duration = Signals.Meter.CreateHistogram(
            $"{Name}.duration",
            "s",
            what,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries }
        );
#else
        _ = boundaries;
        Duration = Signals.Meter.CreateHistogram<double>($"{Name}.duration", "s", what);
#endif
    }

    /// <summary>A look at what Go is on the machine.</summary>
    public static OperationKind Locate { get; } =
        new("locate", "How long it takes to look for Go on this machine.", 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1);

    /// <summary>An installation, also one that waits for that of another process.</summary>
    public static OperationKind Install { get; } =
        new("install", "How long it takes to obtain, prove, unpack and publish a Go.", 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300);

    /// <summary>A content check, or a proof by the checksum database.</summary>
    public static OperationKind Verify { get; } =
        new("verify", "How long it takes to compare a Go with what it should be.", 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30);

    /// <summary>A repair.</summary>
    public static OperationKind Repair { get; } =
        new("repair", "How long it takes to mend a Go.", 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60);

    /// <summary>A <c>go</c> command that compiles.</summary>
    public static OperationKind Build { get; } =
        new("build", "How long a go command that compiles takes.", 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600);

    /// <summary>An examination.</summary>
    public static OperationKind Doctor { get; } =
        new(
            "doctor",
            "How long it takes to examine a Go and its surroundings.",
            0.005,
            0.01,
            0.025,
            0.05,
            0.1,
            0.25,
            0.5,
            1,
            2.5,
            5,
            10,
            30,
            120
        );

    /// <summary>The name of the span.</summary>
    public string Name { get; }

    /// <summary>In seconds.</summary>
    public Histogram<double> Duration { get; }

    /// <summary>Somebody listens.</summary>
    public bool IsObserved => Duration.Enabled || Signals.Source.HasListeners();

    /// <summary>Begins one.</summary>
    public Operation Start() => new(this, Signals.Source.StartActivity(Name, ActivityKind.Internal));
}
