using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Reports;

public sealed class MarkdownReportTests
{
    [Fact]
    public async Task It_is_a_heading_a_table_and_what_is_wrong()
    {
        var report = SampleReport.Create();
        var fixes = await report.FixAsync(TestContext.Current.CancellationToken);

        var text = await WrittenReport.Of(report with { Fixes = fixes }, HealthReportFormat.Markdown);

        const string pages = "https://github.com/gotoolchain/GoToolchain.Net/blob/main/docs/errors";
        Assert.Equal(
            $"""
            ## Go 1.24.4 in /usr/local/go is not healthy: 2 errors, 1 warning.

            `/usr/local/go` · linux/amd64 · found by search-path, official-installer · trust: feed-checksum{"  "}
            level standard · 2026-11-24 10:20 UTC · 1.2 s · Debian GNU/Linux 12 (bookworm) · linux/amd64 · .NET 10.0.1 · gotoolchain 0.1.0

            | outcome | check | found | time |
            | :-- | :-- | :-- | --: |
            | passed | GOROOT is there | /usr/local/go | 0.2 ms |
            | **failed** | Programs may run | 2 of 14 may not | 12 ms |
            | **warning** | go/env file | 1 of 3 lines is not | 0.0 ms |
            | blocked | A program builds and runs | Not done, for this has failed: Programs may run. |  |
            | not-applicable | A program with C code builds and runs | There is no C compiler on PATH. |  |

            ### What is wrong

            - **error** [GOTC6107]({pages}/GOTC6107.md): bin/gofmt has lost its permission to be executed.
              - place: `/usr/local/go/bin/gofmt`
              - cure: Run \`chmod +x /usr/local/go/bin/gofmt\`.
              - `gotoolchain doctor --fix`: Make /usr/local/go/bin/gofmt executable again.
            - **error** [GOTC6106]({pages}/GOTC6106.md): pkg/tool/linux\_amd64/link is cut short: its header promises 7,012,352 bytes and it has 4,096, so no program can be linked.
              - place: `/usr/local/go/pkg/tool/linux_amd64/link`
              - cure: Run \`gotoolchain repair\`.
            - **warning** [GOTC6203]({pages}/GOTC6203.md): The line sets GOFOO, which is no variable of Go, so it does nothing.
              - place: `/home/me/.config/go/env:3`
              - cure: Remove the line.

            ### What was put right before

            - done, GOTC6107: Made /usr/local/go/bin/gofmt executable again.

            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Fact]
    public async Task Hostile_text_stays_in_its_cell_and_in_its_line()
    {
        var text = await WrittenReport.Of(SampleReport.CreateHostile(), HealthReportFormat.Markdown);

        var lines = text.Split('\n');
        Assert.All(lines.Where(line => line.StartsWith('|')), line => Assert.Equal(5, line.Count(c => c == '|')));
        Assert.Equal(4, lines.Count(line => line.StartsWith('|')));
        Assert.DoesNotContain(lines, line => line.StartsWith("# k", StringComparison.Ordinal));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.Contains(@"\<d\> \& ""e"" 'f' \]\]\> \<\!-- \*g\* \[h\](i) \\&#124;j \# k", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_with_backticks_is_shown_as_it_is()
    {
        var sample = SampleReport.Create();
        var finding = new HealthFinding(GoErrorCodes.PartMissing, "x.", "y.") { Place = "/a``b`" };

        var text = await WrittenReport.Of(
            sample with
            {
                Checks = [sample.Checks[0] with { Findings = [finding] }],
            },
            HealthReportFormat.Markdown
        );

        Assert.Contains("  - place: ``` /a``b` ```\n", text, StringComparison.Ordinal);
    }
}
