using System.Globalization;

namespace GoToolchain.Recovery.Content;

/// <summary>How values are written in sentences.</summary>
internal static class Words
{
    /// <summary><c>2026-11-30 10:12</c>, in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>1 file</c>, <c>12,300 files</c>.</summary>
    public static string Files(int count) => count == 1 ? "1 file" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} files";
}
