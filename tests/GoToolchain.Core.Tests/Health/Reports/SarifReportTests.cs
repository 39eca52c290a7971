using System.Text.Json;
using GoToolchain.Fixtures;
using NJsonSchema;

namespace GoToolchain.Core.Tests.Health.Reports;

public sealed class SarifReportTests
{
    private static async Task<JsonElement> WriteAsync(HealthReport report) =>
        JsonDocument.Parse(await WrittenReport.Of(report, HealthReportFormat.Sarif)).RootElement.GetProperty("runs")[0];

    public static TheoryData<string> Reports => ["sample", "hostile", "healthy", "no go"];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task It_is_valid_by_the_schema_of_sarif_2_1_0(string which)
    {
        var sample = SampleReport.Create();
        var report = which switch
        {
            "hostile" => SampleReport.CreateHostile(),
            "healthy" => sample with { Checks = [sample.Checks[0]] },
            "no go" => sample with { Subject = null },
            _ => sample,
        };
        // Of the package Sarif.Sdk, which the project file downloads.
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(schema.Validate(await WrittenReport.Of(report, HealthReportFormat.Sarif)));
        // It does find what is wrong.
        Assert.NotEmpty(schema.Validate("""{ "version": "2.1.0", "runs": [{ "results": [{ "level": "dreadful" }] }] }"""));
    }

    [Fact]
    public async Task Each_finding_is_a_result_whose_rule_has_a_title_and_a_page()
    {
        var run = await WriteAsync(SampleReport.Create());

        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["GOTC6107", "GOTC6106", "GOTC6203"], results.Select(r => r.GetProperty("ruleId").GetString()));
        Assert.Equal(["error", "error", "warning"], results.Select(r => r.GetProperty("level").GetString()));
        Assert.All(
            results,
            result =>
            {
                var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
                Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
                Assert.EndsWith($"{rule.GetProperty("id")}.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
                Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            }
        );
        Assert.Equal(
            "The line sets GOFOO, which is no variable of Go, so it does nothing. Cure: Remove the line.",
            results[2].GetProperty("message").GetProperty("text").GetString()
        );
        Assert.Equal(SampleReport.Fix.Description, results[0].GetProperty("properties").GetProperty("fix").GetString());
    }

    [Fact]
    public async Task A_code_that_is_no_rule_of_health_becomes_one_when_it_is_found()
    {
        var sample = SampleReport.Create();
        var finding = new HealthFinding(GoErrorCodes.NotFound, "No Go is on this machine.", "Run `gotoolchain install`.");

        var run = await WriteAsync(
            sample with
            {
                Checks = [sample.Checks[0] with { Findings = [finding], Outcome = HealthOutcome.Failed }],
            }
        );

        var rule = run.GetProperty("results")[0].GetProperty("ruleIndex").GetInt32();
        Assert.Equal("GOTC1004", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[rule].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/home/me/.config/go/env:3", "file:///home/me/.config/go/env", 3)]
    [InlineData("/usr/local/go", "file:///usr/local/go", null)]
    [InlineData("/a b/c%20d#e?f/ü:0", "file:///a%20b/c%2520d%23e%3Ff/%C3%BC%3A0", null)]
    public async Task A_place_in_a_file_is_a_uri_with_its_line(string place, string uri, int? line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These are paths of Unix.");

        var location = (await LocationAsync(place)).GetProperty("physicalLocation");

        Assert.Equal(uri, location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(line is not null, location.TryGetProperty("region", out var region));
        if (line is not null)
        {
            Assert.Equal(line, region.GetProperty("startLine").GetInt32());
        }
    }

    [Theory]
    [InlineData("GOROOT")]
    [InlineData("go build -o hello .")]
    public async Task A_place_that_is_no_file_is_a_logical_location(string place)
    {
        var location = await LocationAsync(place);

        Assert.False(location.TryGetProperty("physicalLocation", out _));
        Assert.Equal(place, location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    private static async Task<JsonElement> LocationAsync(string place)
    {
        var sample = SampleReport.Create();
        var finding = new HealthFinding(GoErrorCodes.InvalidVariable, "It is wrong.", "Set it right.") { Place = place };
        var run = await WriteAsync(sample with { Checks = [sample.Checks[0] with { Findings = [finding] }] });
        return run.GetProperty("results")[0].GetProperty("locations")[0];
    }
}
