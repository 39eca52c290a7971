using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Settings;

public sealed class SettingsDocumentationTests
{
    [Fact]
    public void The_page_has_one_row_for_each_setting_with_all_its_names_and_its_default()
    {
        var rows = File.ReadAllLines(RepositoryRoot.File("docs", "settings.md"))
            .Where(l => l.StartsWith("| `--", StringComparison.Ordinal));
        Assert.Equal(GoSettings.All.Select(Row), rows);
    }

    [Fact]
    public void No_two_settings_share_a_name()
    {
        string?[] names =
        [
            .. GoSettings.All.SelectMany(s => new[] { s.Option, s.Property, s.Variable, s.Member }).Where(n => n is not null),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private static string Row(GoSetting s) =>
        $"| `{s.Option}` | `{s.Property}` | `{s.Variable}` | {(s.Member is null ? "–" : $"`{s.Member}`")} | {s.Default} | {s.Meaning} |";
}
