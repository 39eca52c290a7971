using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.Testing.Mirrors;

/// <summary>The path of a tile: <c>tile/HEIGHT/LEVEL/INDEX[.p/WIDTH]</c>, the index in groups of three digits (golang.org/x/mod/sumdb/tlog).</summary>
/// <param name="Height">The logarithm of its full width.</param>
/// <param name="Level">Null: the records themselves.</param>
/// <param name="Index">Which of its level.</param>
/// <param name="Width">How many it holds.</param>
internal sealed partial record TilePath(int Height, int? Level, long Index, int Width)
{
    public static bool TryParse(string path, out TilePath tile)
    {
        tile = new TilePath(0, null, 0, 0);
        var parts = Shape().Match(path);
        if (!parts.Success)
        {
            return false;
        }

        var height = Number(parts.Groups["height"].Value);
        var index = parts.Groups["index"].Value.Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        var width = parts.Groups["width"] is { Success: true } part ? Number(part.Value) : 1 << height;
        int? level = parts.Groups["level"].Value == "data" ? null : Number(parts.Groups["level"].Value);
        tile = new TilePath(height, level, long.Parse(index, CultureInfo.InvariantCulture), width);
        return true;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^tile/(?<height>[1-9]|[12]\d|30)/(?<level>\d\d?|data)/(?<index>(x\d{3}/){0,4}\d{3})(\.p/(?<width>[1-9]\d{0,4}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
