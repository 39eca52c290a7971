using System.Text.Json;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Reports;

public sealed class JsonReportTests
{
    private static async Task<JsonElement> WriteAsync(HealthReport report) =>
        JsonDocument.Parse(await WrittenReport.Of(report, HealthReportFormat.Json)).RootElement;

    [Fact]
    public async Task It_says_on_what_machine_which_go_was_examined_how_and_with_which_outcome()
    {
        var json = await WriteAsync(SampleReport.Create());

        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.False(json.GetProperty("healthy").GetBoolean());
        Assert.Equal((2, 1), (json.GetProperty("errors").GetInt32(), json.GetProperty("warnings").GetInt32()));
        Assert.Equal(1, json.GetProperty("exitCode").GetInt32());
        Assert.Equal("standard", json.GetProperty("level").GetString());
        Assert.Equal(1234.568, json.GetProperty("durationMs").GetDouble());
        Assert.Equal("Debian GNU/Linux 12 (bookworm)", json.GetProperty("machine").GetProperty("system").GetString());
        var subject = json.GetProperty("subject");
        Assert.Equal("1.24.4", subject.GetProperty("version").GetString());
        Assert.Equal("feed-checksum", subject.GetProperty("trust").GetString());
        Assert.Equal("search-path", subject.GetProperty("found")[0].GetProperty("origin").GetString());
        Assert.Equal("/usr/local/bin/go", subject.GetProperty("found")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Every_check_has_what_was_run_expected_and_found_and_every_finding_its_code_place_cure_and_fix()
    {
        var checks = (await WriteAsync(SampleReport.Create())).GetProperty("checks").EnumerateArray().ToArray();

        Assert.Equal(
            ["passed", "failed", "warning", "blocked", "not-applicable"],
            checks.Select(c => c.GetProperty("outcome").GetString())
        );
        Assert.Equal("2 of 14 may not", checks[1].GetProperty("found").GetString());
        Assert.Equal(12, checks[1].GetProperty("durationMs").GetDouble());
        Assert.Equal("tree.tools", checks[3].GetProperty("blockedBy")[0].GetString());
        var finding = checks[1].GetProperty("findings")[0];
        Assert.Equal("GOTC6107", finding.GetProperty("code").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal("/usr/local/go/bin/gofmt", finding.GetProperty("place").GetString());
        Assert.Equal(SampleReport.Fix.Description, finding.GetProperty("fix").GetString());
        Assert.EndsWith("GOTC6107.md", finding.GetProperty("helpLink").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, checks[1].GetProperty("findings")[1].GetProperty("fix").ValueKind);
    }

    [Fact]
    public async Task Where_there_is_no_go_the_subject_is_null()
    {
        var json = await WriteAsync(SampleReport.Create() with { Subject = null });

        Assert.Equal(JsonValueKind.Null, json.GetProperty("subject").ValueKind);
        Assert.Equal("There is no Go to examine.", json.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Repairs_that_were_made_before_are_told()
    {
        var report = SampleReport.Create();
        var fixes = await report.FixAsync(TestContext.Current.CancellationToken);

        var fix = Assert.Single((await WriteAsync(report with { Fixes = fixes })).GetProperty("fixes").EnumerateArray());

        Assert.True(fix.GetProperty("done").GetBoolean());
        Assert.Equal("GOTC6107", fix.GetProperty("code").GetString());
        Assert.Equal("Made /usr/local/go/bin/gofmt executable again.", fix.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Whatever_letters_are_in_a_text_come_back_out_of_it()
    {
        var json = await WriteAsync(SampleReport.CreateHostile());

        // Half a surrogate pair is no text, and no encoding of Unicode can hold it.
        var expected = SampleReport.Hostile.Replace('\ud800', '\ufffd');
        Assert.Equal(expected, json.GetProperty("checks")[0].GetProperty("title").GetString());
        Assert.Equal(expected, json.GetProperty("checks")[0].GetProperty("findings")[0].GetProperty("cause").GetString());
    }
}
