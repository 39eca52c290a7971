using System.Globalization;
using GoToolchain.MSBuild.Building;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>A file or directory as a line of a record: what it was like, and its path last. Fields are separated by tabs.</summary>
internal static class RecordLine
{
    public static string Of(InputFile input) =>
        string.Create(CultureInfo.InvariantCulture, $"{input.Size}\t{input.Ticks}\t{Escape(input.Path)}");

    public static string Of(InputListing listing) => $"{listing.Kind}\t{listing.Digest}\t{Escape(listing.Directory)}";

    /// <summary>The path in a line.</summary>
    public static string PathOf(string line) => ItemText.Unescape(line[(line.LastIndexOf('\t') + 1)..]);

    /// <summary>Whether what the line describes is still like that. Also false when it describes nothing.</summary>
    public static bool IsUnchanged(string line)
    {
        var fields = line.Split('\t', 3);
        if (fields.Length != 3)
        {
            return false;
        }

        var path = ItemText.Unescape(fields[2]);
        return
            long.TryParse(fields[0], CultureInfo.InvariantCulture, out var size)
            && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var ticks)
            ? new InputFile(path, size, ticks).IsUnchanged
            : Enum.TryParse<ListingKind>(fields[0], out var kind) && new InputListing(path, kind, fields[1]).IsUnchanged;
    }

    // A path may hold a line break.
    public static string Escape(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)
            .Replace("\t", "%09", StringComparison.Ordinal);
}
