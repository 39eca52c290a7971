using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>What stays on the screen of what MSBuild's terminal logger writes.</summary>
internal static partial class TerminalText
{
    /// <summary>Without the lines that are overwritten while the build runs, and without colours and links.</summary>
    public static string Of(string output) => Sequence().Replace(Link().Replace(Frame().Replace(output, ""), ""), "");

    /// <summary>What is said of each project: a headline and what is below it.</summary>
    public static IEnumerable<string> Projects(string text)
    {
        var project = new List<string>();
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0))
        {
            if (Headline().IsMatch(line) && project.Count > 0)
            {
                yield return string.Join('\n', project);
                project.Clear();
            }

            if (line.StartsWith("Build ", StringComparison.Ordinal))
            {
                break;
            }

            project.Add(Seconds().Replace(line, ""));
        }

        yield return string.Join('\n', project);
    }

    // While the build runs the cursor is hidden, and the state of the nodes is drawn over.
    [GeneratedRegex(@"\x1b\[\?25l.*?\x1b\[\?25h", RegexOptions.Singleline)]
    private static partial Regex Frame();

    [GeneratedRegex(@"\x1b\](8;|9;).*?\x1b\\")]
    private static partial Regex Link();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"^  \S")]
    private static partial Regex Headline();

    [GeneratedRegex(@" \(\d+([.,]\d+)?s\)$")]
    private static partial Regex Seconds();
}
