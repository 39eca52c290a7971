using GoToolchain.Health.Reports;

namespace GoToolchain;

public sealed partial record HealthReport
{
    /// <summary>Writes the report, as UTF-8 without a byte order mark.</summary>
    /// <param name="destination">Where to; it stays open.</param>
    /// <param name="format">As what.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public async Task WriteAsync(Stream destination, HealthReportFormat format, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var buffer = new MemoryStream();
        switch (format)
        {
            case HealthReportFormat.Json:
                JsonReport.Write(buffer, this);
                break;
            case HealthReportFormat.Markdown:
                MarkdownReport.Write(buffer, this);
                break;
            case HealthReportFormat.JUnit:
                JUnitReport.Write(buffer, this);
                break;
            case HealthReportFormat.Sarif:
                SarifReport.Write(buffer, this);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }

        await destination.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel).ConfigureAwait(false);
    }
}
