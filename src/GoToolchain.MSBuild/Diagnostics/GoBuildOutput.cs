using System.Globalization;
using GoToolchain.MSBuild.Diagnostics.Explaining;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics;

/// <summary>
/// Reads what <c>go build</c> printed: the stream of <c>-json</c> where Go has it, else the text for people. One state machine and one set of
/// explanations serve both. Nothing is swallowed: what nobody understands becomes one error with all of its lines.
/// </summary>
internal static class GoBuildOutput
{
    /// <summary>Whether <c>go build</c> of a version takes <c>-json</c>.</summary>
    public static bool HasJson(GoVersion version) => version >= JsonOutput.Since;

    /// <summary>The errors and warnings.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error. With <c>-json</c> it still has what is about no package.</param>
    /// <param name="exitCode">The exit code. When it is 0 there are only warnings, else there is at least one error.</param>
    /// <param name="isJson">It ran with <c>-json</c>.</param>
    /// <param name="site">Where it ran.</param>
    public static IReadOnlyList<GoDiagnostic> Read(string output, string error, int exitCode, bool isJson, GoBuildSite site) =>
        Read(Lines(output, error, isJson), exitCode, site);

    /// <summary>The lines that go printed, those about the build as a whole first.</summary>
    public static IEnumerable<GoOutputLine> Lines(string output, string error, bool isJson) =>
        PlainOutput.Read(error).Concat(isJson ? JsonOutput.Read(output) : PlainOutput.Read(output));

    /// <summary>The errors and warnings in lines that a reader has put in order.</summary>
    public static IReadOnlyList<GoDiagnostic> Read(IEnumerable<GoOutputLine> lines, int exitCode, GoBuildSite site)
    {
        var (reports, rest) = ReportReader.Read(lines);
        var explainer = new ReportExplainer(site);
        var found = explainer.Explain(reports.Where(r => exitCode != 0 || r.IsWarning)).ToList();
        if (exitCode != 0 && rest.Count > 0)
        {
            found.Add(Unplaced(string.Join('\n', rest), site));
        }

        if (exitCode != 0 && found.TrueForAll(d => d.IsWarning))
        {
            found.Add(
                Unplaced(string.Create(CultureInfo.InvariantCulture, $"go build ended with exit code {exitCode} and gave no reason."), site)
            );
        }

        return [.. found.Distinct()];
    }

    private static GoDiagnostic Unplaced(string text, GoBuildSite site) =>
        new(GoErrorCodes.BuildFailed, text, site.ModuleFile, Subcategory: "go");
}
