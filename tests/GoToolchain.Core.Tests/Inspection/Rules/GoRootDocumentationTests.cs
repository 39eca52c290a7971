using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Core.Tests.Inspection.Rules;

public sealed class GoRootDocumentationTests
{
    [Fact]
    public void The_page_has_one_row_for_each_rule_with_all_that_it_says()
    {
        var rows = File.ReadAllLines(RepositoryRoot.File("docs", "goroot.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(GoRootRules.All.Select(Row), rows);
    }

    [Fact]
    public void The_page_names_the_releases_whose_standard_library_is_known()
    {
        var names = string.Join(", ", StandardLibrary.Instance.Releases);

        Assert.Contains(names, File.ReadAllText(RepositoryRoot.File("docs", "goroot.md")), StringComparison.Ordinal);
    }

    private static string Row(GoRootRule rule)
    {
        var lines =
            rule.Tolerated is { } tolerated && tolerated != GoLines.All ? $"{rule.Lines} (may be there: {tolerated})" : $"{rule.Lines}";
        return $"| `{rule.Pattern}` | {lines} | {Harm(rule)} | {rule.Loss} | {rule.Source} |";
    }

    private static string Harm(GoRootRule rule) =>
        rule switch
        {
            { LeftOutBy: { } who } => $"none: left out by {who}",
            { Harm: GoRootHarm.Everything } => "everything",
            { Harm: GoRootHarm.Part } => "part",
            { Harm: GoRootHarm.Tool } => "tool",
            _ => "slight",
        };
}
