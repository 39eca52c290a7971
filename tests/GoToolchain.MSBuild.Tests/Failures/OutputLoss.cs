using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>Finds lines of go's output that no error shows.</summary>
internal static class OutputLoss
{
    /// <summary>The lines that are lost. Lines that only say which package or file comes next, and progress, are not expected.</summary>
    public static IEnumerable<string> Find(string output, IReadOnlyList<GoDiagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return [];
        }

        var shown = string.Join('\n', diagnostics.Select(d => d.Message));
        return PlainOutput
            .Lines(output)
            .Where(l => !string.IsNullOrWhiteSpace(l) && !IsStructure(l))
            .Where(l => !shown.Contains(l, StringComparison.Ordinal) && !IsShownWithoutPlace(l, shown));
    }

    private static bool IsStructure(string line) =>
        LineShapes.PackageOf(line) is not null
        || LineShapes.IsVetHeader(line)
        || LineShapes.IsProgress(line)
        || LineShapes.IsHeadline(line);

    private static bool IsShownWithoutPlace(string line, string shown)
    {
        if (PlacedLine.TryParse(line, anyFile: true) is not { } placed)
        {
            return false;
        }

        var kind = LineShapes.CMessage(placed.Message);
        return shown.Contains(placed.Message[kind.Length..], StringComparison.Ordinal);
    }
}
