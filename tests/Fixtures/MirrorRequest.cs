namespace GoToolchain.Fixtures;

/// <summary>A request that reached a <see cref="LoopbackMirror"/>.</summary>
/// <param name="Path">Without the query.</param>
/// <param name="Target">As it was sent, with the query.</param>
/// <param name="Headers">Its headers; names ignore case.</param>
public sealed record MirrorRequest(string Path, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The first byte that is asked for; null when the whole file is.</summary>
    public long? RangeStart =>
        Headers.TryGetValue("Range", out var range) && range.StartsWith("bytes=", StringComparison.Ordinal)
            ? long.Parse(range[6..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
