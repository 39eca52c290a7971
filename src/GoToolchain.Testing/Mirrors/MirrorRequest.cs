using System.Globalization;

namespace GoToolchain.Testing;

/// <summary>A request that reached a <see cref="FakeGoMirror"/>.</summary>
/// <param name="Path">Without the query.</param>
/// <param name="Target">As it was sent, with the query.</param>
/// <param name="Headers">Its headers; names ignore case.</param>
public sealed record MirrorRequest(string Path, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The first byte that is asked for (RFC 9110, 14.2); null when the whole file is.</summary>
    public long? RangeStart =>
        Headers.TryGetValue("Range", out var range)
        && range.StartsWith("bytes=", StringComparison.Ordinal)
        && long.TryParse(range[6..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : null;
}
