using System.Xml;
using System.Xml.Linq;

namespace GoToolchain.Engineering;

/// <summary>What one TRX file says. TRX is the XML of Visual Studio's test results, namespace TeamTest/2010.</summary>
internal sealed record TestReport(string Project, int Passed, IReadOnlyList<TestOutcome> Failed, IReadOnlyList<TestOutcome> Skipped)
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads the report of a project.</summary>
    /// <returns>Null when there is none, or the run ended before it was complete.</returns>
    public static TestReport? Read(string project, string file)
    {
        try
        {
            var results = XDocument.Load(file).Descendants(s_trx + "UnitTestResult").ToLookup(KindOf);
            return new TestReport(project, results[Kind.Passed].Count(), Outcomes(results[Kind.Failed]), Outcomes(results[Kind.Skipped]));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or XmlException)
        {
            return null;
        }
    }

    private enum Kind
    {
        Passed,
        Failed,
        Skipped,
    }

    // Whatever is neither passed nor skipped (Error, Timeout, Aborted, a word of tomorrow) is a failure.
    private static Kind KindOf(XElement result) =>
        (string?)result.Attribute("outcome") switch
        {
            "Passed" => Kind.Passed,
            "NotExecuted" => Kind.Skipped,
            _ => Kind.Failed,
        };

    private static List<TestOutcome> Outcomes(IEnumerable<XElement> results) =>
        [
            .. results
                .Select(result => new TestOutcome((string?)result.Attribute("testName") ?? "(no name)", Reason(result)))
                .OrderBy(outcome => outcome.Test, StringComparer.Ordinal),
        ];

    // xunit puts the reason of a skip where other runners put captured output, and TUnit where they put traces.
    private static string Reason(XElement result) =>
        (
            result.Descendants(s_trx + "Message").FirstOrDefault()?.Value
            ?? result.Descendants(s_trx + "StdOut").FirstOrDefault()?.Value
            ?? result.Descendants(s_trx + "DebugTrace").FirstOrDefault()?.Value
            ?? ""
        ).Trim();
}
