using System.Globalization;
using System.Text;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>
/// The record of a successful build: its key, its executable, and everything it was made from. Text, one entry a line, fields separated by
/// tabs, the path last.
/// </summary>
/// <param name="file">Where it is: absolute.</param>
internal sealed class BuildStamp(string file)
{
    private const string Head = "GoToolchain build inputs 1";

    /// <summary>Whether the executable is what a build now would make.</summary>
    /// <param name="key">The key of a build now.</param>
    /// <param name="output">The executable.</param>
    public bool IsCurrent(string key, string output)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        var lines = File.ReadAllText(file).Split('\n');
        return lines.Length > 3
            && lines[0] == Head
            && lines[1] == key
            // The last line is empty when the file is complete.
            && lines[^1].Length == 0
            && lines[2] == Line(InputFile.Read(output))
            && lines[3..^1].All(IsUnchanged);
    }

    public void Delete() => File.Delete(file);

    public void Write(string key, string output, BuildInputs inputs)
    {
        var text = new StringBuilder();
        text.Append(Head).Append('\n').Append(key).Append('\n').Append(Line(InputFile.Read(output))).Append('\n');
        foreach (var input in inputs.Files)
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
