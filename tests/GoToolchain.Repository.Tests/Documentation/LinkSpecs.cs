using System.Text.RegularExpressions;

namespace GoToolchain.Repository.Tests.Documentation;

public sealed partial class LinkSpecs
{
    [Fact]
    public void Every_link_within_the_documentation_leads_to_a_file()
    {
        var dead =
            from page in RepositoryFiles.All.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            from link in Links().Matches(File.ReadAllText(page))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let file = Path.Combine(Path.GetDirectoryName(page)!, target)
            where !Path.Exists(file)
            select $"{RepositoryFiles.Relative(page)}: {target}";

        Assert.Empty(dead);
    }

    // [text](target), without the part after #.
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Links();
}
