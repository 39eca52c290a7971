using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using GoToolchain.Tool.Commands;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.CommandLine;

/// <summary>The help screens: at most 80 columns, whatever the terminal.</summary>
internal static class HelpText
{
    // Holds an option and its value together when lines are broken.
    private const char NoBreak = '\u00a0';

    private static readonly (string, string)[] s_specs =
    [
        ("1.24.4, 1.25rc1", "that version"),
        ("1.24", "the newest release of that line"),
        ("'>=1.22 <1.25', ^1.22, ~1.22.3", "the newest in that range"),
        ("stable, oldstable, latest", "the newest, the line before, pre-releases too"),
        ("system", "a Go that was on the machine before"),
        ("path:DIR", "the GOROOT in that directory"),
        ("project", "what the files of the project say (the default)"),
    ];

    public static string Of(RootCommand root)
    {
        var text = new StringBuilder();
        Paragraph(text, root.Description!);
        Paragraph(
            text,
            "Without a command it shows how things stand: the Go of the project, its health, and what is set up on this machine."
        );
        Section(text, "Usage", ["gotoolchain", "gotoolchain COMMAND [OPTIONS]"]);
        Rows(text, "Commands", root.Subcommands.Where(c => !c.Hidden).Select(c => (((ToolCommand)c).Usage, c.Description!)));
        Rows(text, "Versions (SPEC)", s_specs);
        Rows(text, "Options of every command", Labels(Shared(root)));
        Rows(text, "Options of gotoolchain itself", Labels(root.Options.Where(o => !o.Recursive)));
        Examples(
            text,
            [
                new("gotoolchain install 1.24", "install the newest 1.24"),
                new("$(gotoolchain where)/bin/go version", "call the Go of this project"),
                new("gotoolchain exec -- go test ./...", "run a command with it"),
            ]
        );
        Rows(text, "Exit codes", ExitCodes.All.Select(e => (e.Code.ToString(CultureInfo.InvariantCulture), e.Meaning)));
        Paragraph(text, "`gotoolchain COMMAND --help` tells more about a command.");
        return Finish(text);
    }

    public static string Of(ToolCommand command, Command root)
    {
        var text = new StringBuilder();
        Paragraph(text, $"{command.Description}.");
        Paragraph(text, command.Details);
        Section(text, "Usage", [$"gotoolchain {command.Usage}"]);
        Rows(text, "Commands", command.Subcommands.Select(c => (((ToolCommand)c).Usage, c.Description!)));
        Rows(text, "Arguments", command.Arguments.Select(a => (a.Name, a.Description!)));
        Rows(text, "Options", Labels(command.Options));
        Section(
            text,
            "Options of every command",
            TextWrap.Lines(string.Join(", ", Labels(Shared(root)).Select(o => o.Label.Replace(' ', NoBreak))), Terminal.TextWidth - 2)
        );
        Examples(text, command.Examples);
        Paragraph(text, "`gotoolchain --help` explains those options, the forms of SPEC and the exit codes.");
        return Finish(text);
    }

    private static IEnumerable<Option> Shared(Command root) => root.Options.Where(o => o.Recursive).OrderBy(o => o is HelpOption);

    private static string Finish(StringBuilder text) => text.ToString().Replace(NoBreak, ' ').TrimEnd('\n') + "\n";

    private static void Examples(StringBuilder text, IEnumerable<Example> examples) =>
        Section(text, "Examples", examples.SelectMany(e => new[] { $"# {e.Effect}", e.Line }));

    private static IEnumerable<(string Label, string Description)> Labels(IEnumerable<Option> options) =>
        options.Select(o =>
            (
                string.Join(", ", o.Aliases.Where(a => a is "-h").Append(o.Name)) + (o.HelpName is null ? "" : $" {o.HelpName}"),
                o.Description!
            )
        );

    private static void Paragraph(StringBuilder text, string sentences)
    {
        foreach (var line in TextWrap.Lines(sentences, Terminal.TextWidth))
        {
            text.Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(title).Append(":\n");
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static void Rows(StringBuilder text, string title, IEnumerable<(string Left, string Right)> source)
    {
        var rows = source.ToArray();
        if (rows.Length > 0)
        {
            const int widest = 36;
            var left = rows.Select(r => r.Left.Length).Where(length => length <= widest).DefaultIfEmpty(widest).Max();
            Section(text, title, rows.SelectMany(row => Row(row.Left, row.Right, left)));
        }
    }

    // A left side that is too long stands on a line of its own.
    private static IEnumerable<string> Row(string left, string right, int width)
    {
        var gap = new string(' ', width + 2);
        var lines = TextWrap.Lines(right, Terminal.TextWidth - width - 4).ToArray();
        if (left.Length > width)
        {
            return [left, .. lines.Select(line => gap + line)];
        }

        return [left.PadRight(width + 2) + lines[0], .. lines.Skip(1).Select(line => gap + line)];
    }
}
