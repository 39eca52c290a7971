using System.Text.Json;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Health.Checks;
using GoToolchain.Health.Reports;

namespace GoToolchain.Core.Tests.Health;

public sealed partial class HealthDocumentationTests
{
    private readonly string _page = File.ReadAllText(RepositoryRoot.File("docs", "doctor.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_lists_every_check_in_order_with_its_title_and_level()
    {
        var rows = CheckInPage()
            .Matches(_page)
            .Select(m => (m.Groups["id"].Value, m.Groups["title"].Value, m.Groups["level"].Value))
            .ToArray();

        Assert.Equal([.. HealthChecks.All.Select(c => (c.Id, c.Title, ReportWords.Word(c.Level)))], rows);
    }

    [Fact]
    public void Every_title_fits_its_column_on_a_terminal() => Assert.All(HealthChecks.All, c => Assert.InRange(c.Title.Length, 5, 40));

    [Fact]
    public async Task The_document_of_the_page_has_the_members_of_a_report()
    {
        var sample = SampleReport.Create();
        var fixes = await sample.FixAsync(TestContext.Current.CancellationToken);
        var report = sample with { Fixes = fixes, Checks = [sample.Checks[1]] };
        using var stream = new MemoryStream();
        await report.WriteAsync(stream, HealthReportFormat.Json, TestContext.Current.CancellationToken);

        var inPage = JsonInPage().Match(_page).Groups[1].Value;
        Assert.Equal(Shape(JsonDocument.Parse(stream.ToArray()).RootElement), Shape(JsonDocument.Parse(inPage).RootElement));
    }

    [Fact]
    public async Task The_code_of_the_page_examines_and_writes()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var options = new GoToolchainOptions { Host = go.Host, Store = TestGo.Store };
        using var stream = new MemoryStream();
        var cancel = TestContext.Current.CancellationToken;

        var toolchains = new GoToolchainManager(options);
        HealthReport report = await toolchains.CheckAsync("1.23", new HealthOptions { Level = HealthLevel.Quick }, cancel);
        if (!report.IsHealthy)
        {
            IReadOnlyList<HealthFixResult> done = await report.FixAsync(cancel);
            report = await toolchains.CheckAsync("1.23", new HealthOptions { Level = HealthLevel.Quick }, cancel) with { Fixes = done };
        }

        await report.WriteAsync(stream, HealthReportFormat.Markdown, cancel);
        Assert.True(report.IsHealthy, report.ToString());

        Assert.True(stream.Length > 0);
    }

    private static string Shape(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Shape(p.Value)}"))}}}",
            JsonValueKind.Array => $"[{(value.GetArrayLength() > 0 ? Shape(value[0]) : "")}]",
            _ => "…",
        };

    [GeneratedRegex(@"^\| `(?<id>[a-z-]+\.[a-z.-]+)` \| (?<title>[^|]+) \| (?<level>[a-z]+) \| [^|]{10,} \|$", RegexOptions.Multiline)]
    private static partial Regex CheckInPage();

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex JsonInPage();
}
