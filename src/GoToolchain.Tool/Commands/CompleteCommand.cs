using System.CommandLine;
using System.CommandLine.Completions;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Completion;

namespace GoToolchain.Tool.Commands;

/// <summary><c>complete</c>: what could stand at a place in a command line. For the scripts of <c>completion</c>, and not shown in help.</summary>
internal sealed class CompleteCommand : ToolCommand
{
    private readonly Argument<int> _position = new("POSITION") { Description = "Where the cursor is: characters from the start" };
    private readonly Argument<string> _line = new("LINE") { Description = "The command line so far, with the name of the tool" };
    private readonly RootCommand _root;
    private readonly CompletionWords _words;

    public CompleteCommand(ToolContext context, GlobalOptions settings, RootCommand root)
        : base("complete", "Print what could stand at a place in a command line", context, settings)
    {
        (_root, _words) = (root, new CompletionWords(settings));
        Hidden = true;
        Arguments.Add(_position);
        Arguments.Add(_line);
    }

    public override string Details => "One candidate in each line, with a tab and what it means.";

    public override IReadOnlyList<Example> Examples => [new("gotoolchain complete 15 'gotoolchain doc'", "prints `doctor`")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var line = parsed.GetRequiredValue(_line);
        line = line[..Math.Clamp(parsed.GetValue(_position), 0, line.Length)];
        var program = line.IndexOf(' ', StringComparison.Ordinal);
        // What follows `--` is the command line of somebody else.
        if (program < 0 || line.Contains(" -- ", StringComparison.Ordinal))
        {
            return ExitCodes.Fine;
        }

        _words.AddTo(_root);
        var rest = line[(program + 1)..];
        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        // The parser completes `--level q`, and fails at `--level=q`.
        var option = word.StartsWith('-') ? word[..(word.IndexOf('=', StringComparison.Ordinal) + 1)] : "";
        word = word[option.Length..];
        rest = $"{rest[..^word.Length].TrimEnd('=')}{(option.Length > 0 ? " " : "")}{word}";
        foreach (var item in Fitting(_root.Parse(rest).GetCompletions(rest.Length), word))
        {
            await Terminal
                .Out.WriteLineAsync($"{option}{item.Label}\t{FirstLine(item.Detail ?? item.Documentation)}".TrimEnd('\t'))
                .ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }

    // Options come when they are begun, or when nothing else can stand there; where a directory may stand, the shell completes files.
    private static IEnumerable<CompletionItem> Fitting(IEnumerable<CompletionItem> items, string word)
    {
        var fitting = items.Where(i => i.Label.StartsWith(word, StringComparison.Ordinal)).DistinctBy(i => i.Label).ToArray();
        var words = word.StartsWith('-') ? [] : fitting.Where(i => !i.Label.StartsWith('-')).ToArray();
        return words.Length > 0 || IsPath(word) ? words : fitting;
    }

    private static bool IsPath(string word) => word.Length > 0 && !word.StartsWith('-');

    private static string FirstLine(string? text) => text is null ? "" : text.ReplaceLineEndings("\n").Split('\n')[0];
}
