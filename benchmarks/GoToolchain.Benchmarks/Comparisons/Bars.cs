using System.Globalization;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>The usual kinds of promises.</summary>
internal static class Bars
{
    public static Bar Ratio(string job, double ratio, double most, string other) =>
        new(
            job,
            string.Create(CultureInfo.InvariantCulture, $"at most {most:0.00} of {other}"),
            ratio.ToString(ratio < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture),
            ratio <= most
        );

    public static Bar Milliseconds(string job, double milliseconds, double most) =>
        new(
            job,
            string.Create(CultureInfo.InvariantCulture, $"at most {most:0} ms"),
            milliseconds.ToString(milliseconds < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms",
            milliseconds <= most
        );
}
