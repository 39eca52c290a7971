using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>A run of <c>go</c>, or of one of its tools, that did not end well.</summary>
/// <param name="Result">What it did.</param>
/// <param name="Tree">The tree that it belongs to.</param>
internal sealed record GoFailure(ProcessResult Result, GoTree Tree)
{
    /// <summary>A file that the messages name: absolute.</summary>
    /// <param name="printed">As printed.</param>
    public string Resolve(string printed) => Tree.Resolve(printed, Result);

    /// <summary>A place that the messages name, for people: <c>src/fmt/print.go:12</c>.</summary>
    /// <param name="printed">The file as printed.</param>
    /// <param name="line">The line.</param>
    public string PlaceOf(string printed, string line) => $"{Resolve(printed)}:{line}";

    /// <summary>The line that says most: the first that is not a heading, and says that something is wrong.</summary>
    public string DecisiveLine
    {
        get
        {
            var lines = Result.Messages.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
            return lines.FirstOrDefault(l => !IsHeading(l)) ?? lines.FirstOrDefault() ?? "";
        }
    }

    // `# package` comes before the messages of a compiler; progress of downloads and traces before those of go.
    private static bool IsHeading(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal)
        || line.StartsWith("go: downloading ", StringComparison.Ordinal)
        || line.StartsWith("WORK=", StringComparison.Ordinal)
        || line.StartsWith("warning: ", StringComparison.Ordinal);
}
