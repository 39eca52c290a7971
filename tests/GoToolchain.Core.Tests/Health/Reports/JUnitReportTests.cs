using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Reports;

public sealed class JUnitReportTests
{
    private static async Task<XElement> WriteAsync(HealthReport report) =>
        XDocument.Parse(await WrittenReport.Of(report, HealthReportFormat.JUnit)).Root!;

    [Fact]
    public async Task Each_area_is_a_suite_and_each_check_a_case()
    {
        var root = await WriteAsync(SampleReport.Create());

        Assert.Equal(["tree", "settings", "run"], root.Elements("testsuite").Select(s => s.Attribute("name")!.Value));
        Assert.Equal(
            ["GOROOT is there", "Programs may run", "go/env file", "A program builds and runs", "A program with C code builds and runs"],
            root.Descendants("testcase").Select(c => c.Attribute("name")!.Value)
        );
        Assert.Equal("0.012", root.Descendants("testcase").ElementAt(1).Attribute("time")!.Value);
        Assert.Equal("2026-11-24T10:20:30", root.Element("testsuite")!.Attribute("timestamp")!.Value);
    }

    [Fact]
    public async Task Totals_are_those_of_the_cases_below_them()
    {
        var root = await WriteAsync(SampleReport.Create());

        foreach (var level in root.Elements("testsuite").Prepend(root))
        {
            var cases = level.Descendants("testcase").ToArray();
            Assert.Equal(cases.Length, Number(level, "tests"));
            Assert.Equal(cases.Count(c => c.Element("failure") is not null), Number(level, "failures"));
            Assert.Equal(cases.Count(c => c.Element("skipped") is not null), Number(level, "skipped"));
            Assert.Equal(0, Number(level, "errors"));
        }

        static int Number(XElement level, string name) => int.Parse(level.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Errors_are_a_failure_warnings_are_output_and_what_was_not_done_is_skipped_with_the_reason()
    {
        var cases = (await WriteAsync(SampleReport.Create())).Descendants("testcase").ToArray();

        Assert.Empty(cases[0].Elements());
        var failure = Assert.Single(cases[1].Elements());
        Assert.Equal(("failure", "GOTC6107"), (failure.Name.LocalName, failure.Attribute("type")!.Value));
        Assert.Contains("GOTC6106: pkg/tool/linux_amd64/link is cut short", failure.Value, StringComparison.Ordinal);
        Assert.Contains("cure: Run `gotoolchain repair`.", failure.Value, StringComparison.Ordinal);
        var output = Assert.Single(cases[2].Elements());
        Assert.Equal("system-out", output.Name.LocalName);
        Assert.Contains("place: /home/me/.config/go/env:3", output.Value, StringComparison.Ordinal);
        Assert.Equal("Not done, for this has failed: Programs may run.", cases[3].Element("skipped")!.Attribute("message")!.Value);
        Assert.Equal("There is no C compiler on PATH.", cases[4].Element("skipped")!.Attribute("message")!.Value);
    }

    [Fact]
    public async Task Hostile_text_leaves_it_well_formed_and_readable()
    {
        var root = await WriteAsync(SampleReport.CreateHostile());

        var failure = root.Descendants("failure").Single();
        Assert.Contains("a|b `c` <d> & \"e\" 'f' ]]> <!-- *g*", failure.Value, StringComparison.Ordinal);
        Assert.Contains("\ufffd[31m", failure.Value, StringComparison.Ordinal);
        Assert.Contains("\n# k", root.Descendants("testcase").First().Attribute("name")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_makes_it_malformed() =>
        await Gen
            .Char.Array[0, 40]
            .Select(letters => new string(letters))
            .SampleAsync(
                async text =>
                {
                    var sample = SampleReport.Create();
                    var finding = new HealthFinding(GoErrorCodes.PartMissing, text, text) { Place = text };
                    var check = sample.Checks[0] with { Title = text, Found = text, Outcome = HealthOutcome.Failed, Findings = [finding] };
                    var root = await WriteAsync(sample with { Checks = [check] });
                    return root.Descendants("failure").Count() == 1;
                },
                iter: 2_000
            );
}
