using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>The section of one failure in <c>docs/go-failures.md</c>.</summary>
internal static partial class FailurePage
{
    private const string PlainModule = "module example.com/agent\n\ngo 1.19\n";

    /// <summary>Writes it.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="shown">What the terminal shows of it.</param>
    public static string Section(GoFailure failure, string shown)
    {
        var text = new StringBuilder("## ").Append(failure.Title).Append("\n\n");
        foreach (var (name, content) in failure.Files.Where(f => f.Value != PlainModule))
        {
            text.Append('`').Append(name);
            _ = string.IsNullOrWhiteSpace(content)
                ? text.Append("` (empty)\n\n")
                : text.Append("`\n\n```").Append(Language(name)).Append('\n').Append(content).Append("```\n\n");
        }

        if (failure.Metadata.Any())
        {
            text.Append("```xml\n").Append(Item(failure)).Append("\n```\n\n");
        }

        return text.Append("```text\n").Append(shown).Append("\n```\n\n").Append(Link(failure.CodeInBuild)).Append('\n').ToString();
    }

    /// <summary>The item as it stands in the project.</summary>
    public static string Item(GoFailure failure) =>
        $"<GoSidecar Include=\"agent\"{string.Concat(failure.Metadata.Select(m => $" {m.Name}=\"{SecurityElement.Escape(m.Value)}\""))} />";

    /// <summary>A text of one machine and moment as it would be on any.</summary>
    /// <param name="text">The text.</param>
    /// <param name="directory">Of the case: absolute.</param>
    /// <param name="go">The Go.</param>
    public static string Normalise(string text, string directory, GoInstallation go)
    {
        text = text.Replace(directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(directory, ".", StringComparison.Ordinal)
            .Replace(go.Root, "GOROOT", StringComparison.Ordinal)
            .Replace(go.Candidate.ResolvedRoot ?? go.Root, "GOROOT", StringComparison.Ordinal)
            .Replace(go.Version.ToString(), go.Version.Line + ".x", StringComparison.Ordinal);
        text = LinkCommand().Replace(text, "${indent}/usr/bin/gcc -o $$WORK/b001/exe/a.out … go.o …");
        return Symbol().Replace(Temporary().Replace(text, "/tmp/go-…/"), "_cgo_…_");
    }

    /// <summary>How many sections a page has.</summary>
    public static int Count(string page) => SectionEnd().Count(page);

    private static string Link(GoErrorCode code) => $"[{code}](errors/{code}.md): {code.Title}.";

    private static string Language(string name) =>
        Path.GetExtension(name) switch
        {
            ".go" => "go",
            ".c" or ".h" => "c",
            ".sh" => "sh",
            _ => "text",
        };

    [GeneratedRegex(@"^\[GOTC\d+\]\(errors/", RegexOptions.Multiline)]
    private static partial Regex SectionEnd();

    [GeneratedRegex(@"^(?<indent> *)\S*gcc .*go\.o.*$", RegexOptions.Multiline)]
    private static partial Regex LinkCommand();

    [GeneratedRegex(@"/tmp/(gotc-\S+?|go-(link|build)[^/\s]*)/")]
    private static partial Regex Temporary();

    [GeneratedRegex(@"_cgo_[0-9a-f]{8,}_")]
    private static partial Regex Symbol();
}
