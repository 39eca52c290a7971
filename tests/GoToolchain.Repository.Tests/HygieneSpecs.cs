using System.Text.RegularExpressions;

namespace GoToolchain.Repository.Tests;

/// <summary>What must not be found in the repository: traces of one machine, and work that was left half done.</summary>
public sealed partial class HygieneSpecs
{
    private static readonly string[] s_textual =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".json",
        ".md",
        ".sh",
        ".go",
        ".mod",
        ".sum",
        ".xml",
        ".yml",
        ".txt",
        ".config",
        "",
    ];

    [Fact]
    public void No_file_names_a_directory_of_one_machine() => Assert.Empty(Lines(PathOfOneMachine()));

    [Fact]
    public void No_conflict_was_committed() => Assert.Empty(Lines(ConflictMarker()));

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() => Assert.Empty(Lines(LeftForLater()));

    [Fact]
    public void Nothing_in_the_packages_is_left_unwritten() =>
        Assert.DoesNotContain(Lines(NotImplemented()), line => line.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void No_lock_file_or_configuration_names_a_package_server()
    {
        var servers = RepositoryFiles
            .All.Where(file =>
                Path.GetFileName(file) is "packages.lock.json" or "go.sum" || file.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(file =>
                Server().Matches(File.ReadAllText(file)).Select(match => $"{RepositoryFiles.Relative(file)}: {match.Value}")
            );

        Assert.Empty(servers);
    }

    [Fact]
    public void Text_files_end_with_one_line_feed_and_have_no_carriage_returns()
    {
        var wrong = Textual()
            .Select(file => (Path: RepositoryFiles.Relative(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Length > 0)
            .Where(file => file.Text.Contains('\r', StringComparison.Ordinal) || !file.Text.EndsWith('\n'))
            .Select(file => file.Path);

        Assert.Empty(wrong);
    }

    // Names that stand for anybody are fine, and so are the home of root in a container and the prefix of Homebrew on Linux.
    [GeneratedRegex(
        @"(?<![\w.~])(/home/(?!(user|gopher|me|you|someone|USER|linuxbrew)\b)[a-z]\w*|/Users/(?!(user|gopher|me|you|someone)\b)[a-z]\w*|[A-Z]:\\Users\\(?!(user|gopher|me|you|someone)\b)\w+)/"
    )]
    private static partial Regex PathOfOneMachine();

    [GeneratedRegex(@"^(<{7} |>{7} |={7}$)")]
    private static partial Regex ConflictMarker();

    [GeneratedRegex(@"(//|#|<!--)\s*(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex NotImplemented();

    [GeneratedRegex(@"https?://(?!api\.nuget\.org/)[^\s""<]+")]
    private static partial Regex Server();

    private static IEnumerable<string> Textual() =>
        RepositoryFiles.All.Where(file =>
            s_textual.Contains(Path.GetExtension(file)) && Path.GetFileName(file) is not ("LICENSE" or "packages.lock.json")
        );

    private static IEnumerable<string> Lines(Regex forbidden) =>
        from file in Textual()
        where Path.GetFileName(file) != "HygieneSpecs.cs"
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where forbidden.IsMatch(line.text)
        select $"{RepositoryFiles.Relative(file)}:{line.number}: {line.text.Trim()}";
}
