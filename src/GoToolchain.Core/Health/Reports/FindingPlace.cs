using System.Globalization;

namespace GoToolchain.Health.Reports;

/// <summary>The place of a finding, when it is a file or a directory.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Line">From 1 on; null when no line is named.</param>
internal readonly record struct FindingPlace(string Path, int? Line)
{
    /// <summary>Reads <c>/src/go.mod</c>, <c>/src/go.mod:3</c>.</summary>
    /// <param name="place">Null when it is none, or a variable or command.</param>
    public static FindingPlace? Of(string? place)
    {
        if (place is null || !System.IO.Path.IsPathFullyQualified(place) || place.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var colon = place.LastIndexOf(':');
        return colon > 1 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? new FindingPlace(place[..colon], line)
            : new FindingPlace(place, null);
    }

    /// <summary>The path as a URI, whatever letters are in it (RFC 8089).</summary>
    public string Uri
    {
        get
        {
            var slashed = OperatingSystem.IsWindows() ? Path.Replace('\\', '/') : Path;
            var escaped = string.Join('/', slashed.Split('/').Select(System.Uri.EscapeDataString));
            return OperatingSystem.IsWindows() switch
            {
                true when escaped.StartsWith("//", StringComparison.Ordinal) => "file:" + escaped,
                true => "file:///" + escaped.Replace("%3A/", ":/", StringComparison.Ordinal),
                false => "file://" + escaped,
            };
        }
    }
}
