using System.Text.RegularExpressions;
using System.Xml.Linq;
using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests.Documentation;

/// <summary>The one table of metadata and that of properties say what there is, and IDEs offer the same.</summary>
public sealed partial class BuildMetadataSpecs
{
    private static readonly string s_package = RepositoryRoot.File("src", "GoToolchain.MSBuild");
    private static readonly string[][] s_rows =
    [
        .. File.ReadLines(RepositoryRoot.File("docs", "msbuild.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    public static TheoryData<string> Items { get; } = [.. Header().Skip(1).SkipLast(2).Select(Name)];

    [Theory]
    [MemberData(nameof(Items))]
    public void IDEs_offer_the_metadata_of_the_table(string item)
    {
        var column = Array.FindIndex(Header(), h => Name(h) == item);
        var documented = Metadata().Where(r => r[column] == "x").Select(r => Name(r[0]));

        var rule = XDocument.Load(Path.Combine(s_package, "build", "rules", item + ".xaml")).Root!;
        var offered = rule.Elements()
            .Where(e => e.Name.LocalName.EndsWith("Property", StringComparison.Ordinal))
            .Select(e => e.Attribute("Name")!.Value);

        Assert.Equal(item, rule.Descendants().Single(e => e.Name.LocalName == "DataSource").Attribute("ItemType")!.Value);
        Assert.Equal(documented, offered);
    }

    [Fact]
    public void The_tasks_read_all_metadata_of_the_table_and_no_other()
    {
        var sources = Directory
            .EnumerateFiles(s_package, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".targets" && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        // Set by the tasks themselves, or MSBuild's own.
        var read = sources
            .SelectMany(s => Reads().Matches(s))
            .Select(m => m.Groups["name"].Value)
            .Except(["GoRoot", "GoOrigin", "Value", "FullPath", "TargetPath", "ExcludeFromSingleFile"]);

        var documented = Metadata().Select(r => Name(r[0])).ToList();
        Assert.All(documented, n => Assert.Contains(sources, s => s.Contains($"\"{n}\"", StringComparison.Ordinal)));
        Assert.All(read, n => Assert.Contains(n, documented));
    }

    [Fact]
    public void Properties_of_the_targets_are_in_the_table_and_the_other_way_round()
    {
        // What a target sets for others, and what one project hands to the next.
        string[] inner = ["GoProjectFile", "GoDirectory", "GoToolsPath", "GoToolsIntermediateOutputPath"];
        var used = Directory
            .EnumerateFiles(Path.Combine(s_package, "build"), "*.*")
            .SelectMany(f => Properties().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value))
            .Except(inner)
            .Distinct()
            .Order(StringComparer.Ordinal);

        var documented = s_rows.SkipWhile(r => r[0] != "property").Skip(1).TakeWhile(r => r[0].StartsWith("`Go", StringComparison.Ordinal));
        var names = documented.TakeWhile(r => r.Length == 3).Select(r => Name(r[0])).Order(StringComparer.Ordinal);

        Assert.Equal(names, used);
    }

    private static string[] Header() => s_rows.First(r => r[0] == "metadata");

    private static IEnumerable<string[]> Metadata() =>
        s_rows.SkipWhile(r => r[0] != "metadata").Skip(1).TakeWhile(r => r.Length == Header().Length);

    private static string Name(string cell) => cell.Trim('`');

    [GeneratedRegex(
        @"(\.(GetMetadata|Boolean|OneOf|Variables|List|Text)\(|AddFlags\(\w+, \w+, ""[^""]+"", )""(?<name>[A-Z]\w+)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reads();

    [GeneratedRegex(@"\$\((?<name>Go[A-Z]\w+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Properties();
}
