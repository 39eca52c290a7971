using System.Globalization;
using System.Text.Json;

namespace GoToolchain.Health.Reports;

/// <summary>How values are spelled in reports.</summary>
internal static class ReportWords
{
    /// <summary>What calls itself the author of a report.</summary>
    public const string Tool = "gotoolchain doctor";

    /// <summary><c>NotApplicable</c> as <c>not-applicable</c>.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>For example <c>2 errors, 1 warning</c>; empty when there is nothing to count.</summary>
    public static string Counts(HealthReport report) =>
        string.Join(
            ", ",
            new[] { Count(report.ErrorCount, "error"), Count(report.WarningCount, "warning") }.Where(text => text.Length > 0)
        );

    /// <summary>For example <c>0.2 ms</c>, <c>35 ms</c>, <c>4.1 s</c>.</summary>
    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : duration.TotalMilliseconds >= 10 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.0} ms");

    private static string Count(int count, string noun) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
