using System.Globalization;
using System.Text;
using System.Xml;
using GoToolchain.Health.Reports;

namespace GoToolchain.MSBuild.Testing;

/// <summary>
/// A run as JUnit XML in the dialect that the CI systems have in common (https://github.com/testmoapp/junitxml): a suite for each package, a case for
/// each test.
/// </summary>
internal static class JUnitFile
{
    private static readonly XmlWriterSettings s_settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        // A line break inside an attribute would become a space for every reader.
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>Writes it.</summary>
    /// <param name="file">Where: absolute.</param>
    /// <param name="name">What was tested.</param>
    /// <param name="result">The run.</param>
    /// <param name="failures">What went wrong in it.</param>
    public static void Write(string file, string name, TestRunResult result, IReadOnlyList<TestFailure> failures)
    {
        using var xml = XmlWriter.Create(file, s_settings);
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", name);
        foreach (var package in result.Packages)
        {
            WriteSuite(xml, package, [.. failures.Where(f => f.Package == package)]);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, PackageResult package, IReadOnlyList<TestFailure> failures)
    {
        var tests = package.Counted().Union(failures.Select(f => f.Test).OfType<TestResult>()).ToArray();
        var outside = failures.Where(f => f.Test is null).ToArray();
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", package.Path);
        Attribute(xml, "tests", Number(tests.Length));
        Attribute(xml, "failures", Number(tests.Count(IsFailed)));
        Attribute(xml, "errors", Number(outside.Length + (package.BuildFailed ? 1 : 0)));
        Attribute(xml, "skipped", Number(tests.Count(t => t.Outcome == TestOutcome.Skipped)));
        Attribute(xml, "time", Seconds(package.Elapsed));
        foreach (var test in tests)
        {
            WriteCase(xml, test, failures.FirstOrDefault(f => f.Test == test));
        }

        foreach (var failure in outside)
        {
            Element(xml, "system-err", failure.Diagnostic.Message);
        }

        if (package.BuildFailed)
        {
            Element(xml, "system-err", "The package, or something that it needs, does not compile.");
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, TestResult test, TestFailure? failure)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", test.Package);
        Attribute(xml, "name", test.Name);
        Attribute(xml, "time", Seconds(test.Elapsed));
        var printed = string.Join('\n', test.Output.Lines.Where(l => !l.IsFrame).Select(l => l.Text));
        if (IsFailed(test))
        {
            var message = failure?.Diagnostic.Message ?? "It has no result, because the test program ended.";
            xml.WriteStartElement("failure");
            Attribute(xml, "message", message.Split('\n')[0]);
            Attribute(xml, "type", failure?.Diagnostic.Code.Id ?? GoErrorCodes.TestsWithoutResult.Id);
            xml.WriteString(ReportText.Lines(message));
            xml.WriteEndElement();
            Element(xml, "system-out", printed);
        }
        else if (test.Outcome == TestOutcome.Skipped)
        {
            xml.WriteStartElement("skipped");
            Attribute(xml, "message", printed.Trim());
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsFailed(TestResult test) => test.Outcome is TestOutcome.Failed or TestOutcome.Unfinished;

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, ReportText.Lines(value));

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, ReportText.Lines(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
