using System.Text;

namespace GoToolchain.Core.Tests.Health.Reports;

/// <summary>A report as it is written.</summary>
internal static class WrittenReport
{
    // It throws where the bytes are no UTF-8.
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> Of(HealthReport report, HealthReportFormat format)
    {
        using var stream = new MemoryStream();
        await report.WriteAsync(stream, format, TestContext.Current.CancellationToken);
        return s_strict.GetString(stream.ToArray());
    }
}
