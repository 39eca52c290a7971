using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Core.Tests.Inspection.Rules;

public sealed class GoRootRuleTests
{
    [Fact]
    public void Every_rule_states_its_source_what_is_lost_and_lines_that_are_described()
    {
        Assert.All(
            GoRootRules.All,
            rule =>
            {
                Assert.NotEmpty(rule.Source);
                Assert.NotEmpty(rule.Loss);
                Assert.All((GoLines[])[rule.Lines, rule.Tolerated ?? GoLines.All], AssertDescribed);
            }
        );

        static void AssertDescribed(GoLines lines)
        {
            Assert.InRange(lines.From, GoLines.Oldest, GoLines.Newest);
            Assert.InRange(lines.To ?? GoLines.Newest, lines.From, GoLines.Newest);
        }
    }

    [Fact]
    public void No_two_rules_demand_the_same_part_of_the_same_line()
    {
        var platform = GoPlatform.Host;
        Assert.All(
            Enumerable.Range(GoLines.Oldest, GoLines.Newest + 1 - GoLines.Oldest),
            minor =>
            {
                var paths = GoRootRules.All.Where(r => r.Lines.Contains(minor)).Select(r => r.PathFor(platform)).ToList();
                Assert.Equal(paths.Distinct(StringComparer.Ordinal), paths);
            }
        );
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.21")]
    [InlineData("1.22")]
    [InlineData("1.23")]
    [InlineData("1.24")]
    [InlineData("1.26")]
    [InlineData("1.27")]
    public async Task The_tools_of_a_real_tree_are_those_of_the_rules(string line)
    {
        var go = await TestGo.EnsureAsync(line);
        var minor = GoLines.MinorOf(go.Version);
        var tools = GoRootRules.All.Where(r => r.Kind == GoRootPartKind.Tool).ToList();

        var found = Directory
            .GetFiles(Path.Combine(go.Root, "pkg", "tool", $"{go.Platform.Os}_{go.Platform.Arch}"))
            .Select(f => Path.GetRelativePath(go.Root, f).Replace('\\', '/'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(tools.Where(r => r.IsRequired(minor)), r => Assert.Contains(r.PathFor(go.Platform), found));
        Assert.Subset(tools.Where(r => r.IsTolerated(minor)).Select(r => r.PathFor(go.Platform)).ToHashSet(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Programs_end_as_the_platform_wants_it()
    {
        var compile = GoRootRules.Landmarks.First(r => r.Pattern.Contains("compile", StringComparison.Ordinal));

        Assert.Equal("pkg/tool/windows_arm64/compile.exe", compile.PathFor(new GoPlatform("windows", "arm64")));
        Assert.Equal("pkg/tool/linux_amd64/compile", compile.PathFor(new GoPlatform("linux", "amd64")));
    }

    [Fact]
    public void Of_a_tree_whose_version_nobody_knows_only_what_all_have_is_demanded()
    {
        var demanded = GoRootRules.All.Where(r => r.IsRequired(null)).Select(r => r.Pattern).ToList();

        Assert.Contains("{tools}/compile{exe}", demanded);
        Assert.Contains("pkg/include/textflag.h", demanded);
        Assert.DoesNotContain("go.env", demanded);
        Assert.DoesNotContain("{tools}/pprof{exe}", demanded);
    }
}
