using System.Text.RegularExpressions;
using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests.Documentation;

/// <summary>Code in the documentation that says where it is from is taken from tests, so it compiles and does what it says.</summary>
public sealed partial class CodeInDocumentationSpecs
{
    public static TheoryData<string> Pages { get; } =
    [
        .. RepositoryFiles
            .All.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && Blocks().IsMatch(File.ReadAllText(file)))
            .Select(RepositoryFiles.Relative),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_is_what_the_tests_run(string page)
    {
        foreach (Match block in Blocks().Matches(File.ReadAllText(RepositoryRoot.File(page))))
        {
            var source = File.ReadAllText(RepositoryRoot.File(block.Groups["source"].Value));

            Assert.Contains(block.Groups["code"].Value, source, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"<!-- code: (?<source>\S+) -->\n```\w+\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
