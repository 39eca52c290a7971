using GoToolchain.MSBuild.Building;
using GoToolchain.Store;

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

        return outputs.FirstOrDefault(o => !lines.Contains(RecordLine.Of(InputFile.Read(o)), StringComparer.Ordinal)) is { } output
                ? $"{output} is not there, or not as it was built"
            : lines[(key.Count + 1)..^1].FirstOrDefault(l => !RecordLine.IsUnchanged(l)) is { } changed
                ? $"{RecordLine.PathOf(changed)} has changed"
            : null;
    }

    public void Delete() => File.Delete(file);

    public void Write(IEnumerable<(string What, string Digest)> key, IEnumerable<string> outputs, BuildInputs inputs)
    {
        var parts = key.Select(Line)
            .Concat(outputs.Select(InputFile.Read).Concat(inputs.Files).Select(RecordLine.Of))
            .Concat(inputs.Listings.Select(RecordLine.Of));
        WholeFile.Write(file, string.Join('\n', [Head, .. parts, ""]));
    }

    /// <summary>The lines about files and directories, outputs first: for a record that is to hold them too. Empty when there is no record.</summary>
    public IReadOnlyList<string> InputLines() =>
        File.Exists(file) ? [.. File.ReadAllText(file).Split('\n').Where(l => l.Split('\t').Length == 3)] : [];

    /// <summary>The files of the record that are there: what a build that asks only for changes has to look at. Empty when there is no record.</summary>
    public IEnumerable<string> Files() => InputLines().Where(l => l is [>= '1' and <= '9', ..]).Select(RecordLine.PathOf);

    private static string Line((string What, string Digest) part) => $"{part.Digest}\t{part.What}";
}
