using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>docs/locating.md says what the code does.</summary>
public sealed class LocatingPageTests
{
    private static readonly string s_page = File.ReadAllText(RepositoryRoot.File("docs", "locating.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_of_the_page_is_that_of_the_places()
    {
        string[] expected =
        [
            "| origin | GOROOT | override | how it is recognized |",
            "|---|---|---|---|",
            .. new GoLocator(HostMachine.Detect()).Places.Select(Row),
        ];

        var start = s_page.IndexOf("| origin |", StringComparison.Ordinal);
        var table = start < 0 ? "" : s_page[start..s_page.IndexOf("\n\n", start, StringComparison.Ordinal)];

        Assert.Equal(string.Join('\n', expected), table);
    }

    [Fact]
    public void The_page_explains_every_verdict()
    {
        Assert.All(Enum.GetValues<GoVerdict>(), verdict => Assert.Contains($"| `{Kebab(verdict)}` |", s_page, StringComparison.Ordinal));
    }

    private static string Row(IGoPlace place)
    {
        var named = place.Note.Directories.Where(d => d[0] is '$' or '%').ToArray();
        return $"| {place.Origin.ToName()} | {Cell(place.Note.Directories.Except(named))} | {Cell(named)} | {place.Note.Recognized} |";
    }

    private static string Cell(IEnumerable<string> directories) => string.Join("<br>", directories.Select(d => $"`{d}`"));

    private static string Kebab(GoVerdict verdict) =>
        string.Concat(
            verdict.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
