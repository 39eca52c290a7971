using System.Globalization;
using System.Text;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>
/// The record of a successful build: its key, what it made, and everything that was made from. Text, one entry a line, fields separated by
/// tabs, the path last.
/// </summary>
/// <param name="file">Where it is: absolute.</param>
internal sealed class BuildStamp(string file)
{
    private const string Head = "GoToolchain build inputs 2";

    /// <summary>Why the output is not what a build now would make, or null when it is.</summary>
    /// <param name="key">The key of a build now.</param>
    /// <param name="outputs">What was built.</param>
    public string? WhyStale(IReadOnlyList<(string What, string Digest)> key, IReadOnlyCollection<string> outputs)
    {
        if (!File.Exists(file))
        {
            return "it was not built yet, or the last build failed";
        }

        var lines = File.ReadAllText(file).Split('\n');
        // The last line is empty when the file is complete.
        if (lines.Length < key.Count + 2 || lines[0] != Head || lines[^1].Length != 0)
        {
            return "the record of the last build is not of this version of the package";
        }

        var (what, _) = key.Where((k, i) => lines[i + 1] != Line(k)).FirstOrDefault();
        if (what is not null)
        {
            return $"{what} changed";
        }

        return outputs.FirstOrDefault(o => !lines.Contains(Line(InputFile.Read(o)), StringComparer.Ordinal)) is { } output
                ? $"{output} is not there, or not as it was built"
            : lines[(key.Count + 1)..^1].FirstOrDefault(l => !IsUnchanged(l)) is { } changed
                ? $"{ItemText.Unescape(changed.Split('\t')[^1])} has changed"
            : null;
    }

    public void Delete() => File.Delete(file);

    public void Write(IEnumerable<(string What, string Digest)> key, IEnumerable<string> outputs, BuildInputs inputs)
    {
        var text = new StringBuilder();
        text.Append(Head).Append('\n').AppendJoin('\n', key.Select(Line)).Append('\n');
        foreach (var input in outputs.Select(InputFile.Read).Concat(inputs.Files))
        {
            text.Append(Line(input)).Append('\n');
        }

        foreach (var listing in inputs.Listings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{listing.Kind}\t{listing.Digest}\t{Escape(listing.Directory)}\n");
        }

        // Another build of the same project may read it at any moment.
        var temporary = file + "." + Guid.NewGuid().ToString("N");
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>The files of the record that are there: what a build that asks only for changes has to look at. Empty when there is no record.</summary>
    public IEnumerable<string> Files() =>
        File.Exists(file)
            ? File.ReadAllText(file)
                .Split('\n')
                .Select(l => l.Split('\t', 3))
                .Where(f => f is [[>= '0' and <= '9', ..], not "0", _])
                .Select(f => ItemText.Unescape(f[2]))
            : [];

    private static string Line((string What, string Digest) part) => $"{part.Digest}\t{part.What}";

    private static string Line(InputFile input) =>
        string.Create(CultureInfo.InvariantCulture, $"{input.Size}\t{input.Ticks}\t{Escape(input.Path)}");

    private static bool IsUnchanged(string line)
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
    private static string Escape(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
