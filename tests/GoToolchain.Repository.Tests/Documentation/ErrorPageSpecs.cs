using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests.Documentation;

/// <summary>Every failure is explained in <c>docs/errors/</c>: the help link of each code leads there.</summary>
public sealed class ErrorPageSpecs
{
    private static readonly string s_directory = RepositoryRoot.File("docs", "errors");

    public static TheoryData<string> Codes { get; } = [.. GoErrorCodes.All.Select(code => code.Id)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_has_a_page_that_explains_it(string id)
    {
        var file = Path.Combine(s_directory, id + ".md");
        Assert.True(File.Exists(file), $"docs/errors/{id}.md is missing. Write it like the pages beside it.");
        var lines = File.ReadAllLines(file);

        Assert.Equal($"# {id}: {Code(id).Title}", lines[0]);
        Assert.Equal(
            ["## What it means", "## Causes", "## What to do"],
            lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal))
        );
        Assert.All(SectionsOf(lines), section => Assert.Contains(section, line => line.Length > 20));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_states_the_exit_code_of_the_tool(string id)
    {
        var text = File.ReadAllText(Path.Combine(s_directory, id + ".md"));
        var builds =
            text.Contains("In a build this is an MSBuild error", StringComparison.Ordinal)
            || text.Contains("In a build this is an MSBuild warning", StringComparison.Ordinal)
            || text.Contains("In a test this is an exception", StringComparison.Ordinal)
            || text.Contains("In an application this is an exception", StringComparison.Ordinal);

        Assert.True(
            builds || text.Contains($"`gotoolchain` ends with exit code {Code(id).ExitCode}.", StringComparison.Ordinal),
            $"docs/errors/{id}.md does not state exit code {Code(id).ExitCode}, or that it is an error or a warning of a build, or an exception in a test or an application."
        );
    }

    [Fact]
    public void Each_page_has_a_code()
    {
        var pages = Directory.EnumerateFiles(s_directory, "GOTC*.md").Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Equal(GoErrorCodes.All.Select(code => code.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_lists_every_code_in_order()
    {
        var rows = File.ReadLines(Path.Combine(s_directory, "README.md"))
            .Where(line => line.StartsWith("| [GOTC", StringComparison.Ordinal));

        Assert.Equal(
            GoErrorCodes
                .All.OrderBy(code => code.Id, StringComparer.Ordinal)
                .Select(code => $"| [{code.Id}]({code.Id}.md) | {code.ExitCode} | {code.Title} |"),
            rows
        );
    }

    [Fact]
    public void The_help_link_of_a_code_leads_to_its_page() =>
        Assert.All(
            GoErrorCodes.All,
            code => Assert.EndsWith($"/docs/errors/{code.Id}.md", code.HelpLink.AbsolutePath, StringComparison.Ordinal)
        );

    [Fact]
    public void No_two_codes_are_the_same() => Assert.Distinct(GoErrorCodes.All.Select(code => code.Id));

    private static GoErrorCode Code(string id) => GoErrorCodes.All.Single(code => code.Id == id);

    private static IEnumerable<IReadOnlyList<string>> SectionsOf(string[] lines)
    {
        var section = new List<string>();
        foreach (var line in lines.SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Skip(1))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                yield return section;
                section = [];
            }
            else
            {
                section.Add(line);
            }
        }

        yield return section;
    }
}
