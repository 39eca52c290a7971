using System.Text;
using System.Text.Json;

namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>
/// Reads the standard output of <c>go build -json</c>: an object per line. Packages are built side by side and their parts may come in turn,
/// so what belongs to one package is put together. A line that is no such object is not lost: it counts as plain text.
/// </summary>
internal static class JsonOutput
{
    private const string Output = "build-output";

    /// <summary>The first version whose <c>go build</c> takes <c>-json</c> (https://go.dev/doc/go1.24#go-command).</summary>
    public static GoVersion Since { get; } = GoVersion.Parse("1.24");

    /// <summary>The lines, package by package in the order in which the packages first say something.</summary>
    public static IEnumerable<GoOutputLine> Read(string text)
    {
        var packages = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var line in PlainOutput.Lines(text))
        {
            var said = Parse(line) ?? new BuildEvent(ImportPath: null, Output, line + "\n");
            if (said.Action != Output || said.Output is null)
            {
                continue;
            }

            var package = said.ImportPath ?? "";
            if (!packages.TryGetValue(package, out var output))
            {
                packages[package] = output = new StringBuilder();
                order.Add(package);
            }

            output.Append(said.Output);
        }

        return order.SelectMany(p => PlainOutput.Lines(packages[p].ToString()).Select(l => new GoOutputLine(p.Length > 0 ? p : null, l)));
    }

    private static BuildEvent? Parse(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(line), BuildEventJson.Default.BuildEvent) is { Action: not null } said
                ? said
                : null;
        }
        catch (JsonException)
        {
            // A program that go ran may print what it likes.
            return null;
        }
    }
}
