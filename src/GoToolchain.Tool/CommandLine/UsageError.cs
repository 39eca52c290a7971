using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GoToolchain.Tool.Commands;

namespace GoToolchain.Tool.CommandLine;

/// <summary>Says what is wrong with a command line, in words that lead on.</summary>
internal static class UsageError
{
    public static GoToolchainException? Of(ParseResult parsed, SplitCommandLine line)
    {
        if (parsed.Action is ParseErrorAction)
        {
            return FromParser(parsed);
        }

        if (parsed.Action is StatusAction && (parsed.UnmatchedTokens.Count > 0 || line.Rest is not null))
        {
            return FromParser(parsed);
        }

        if (parsed.Action is not RunAction)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        if (FlagWithValue(parsed, line) is { } flag)
        {
            return Create($"`{flag}` takes no value.", HelpOf(command));
        }

        if (MisreadOption(parsed) is { } option)
        {
            return Create($"`{option}` is not an option of `gotoolchain {NameOf(command)}`.", HelpOf(command));
        }

        if (line.Rest is not null && command is not (ExecCommand or InspectCommand))
        {
            return Create("`--` belongs to `gotoolchain exec` and `gotoolchain inspect --trace` alone.", HelpOf(command));
        }

        return null;
    }

    public static GoToolchainException Create(string problem, string nextStep) => new(GoErrorCodes.WrongUsage, problem, nextStep: nextStep);

    private static GoToolchainException FromParser(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (command is not RootCommand)
        {
            return command is ExecCommand && unknown is not null
                ? Create(
                    $"`{unknown}` is one argument too many: the command to run comes after `--`.",
                    "Write it like `gotoolchain exec 1.24 -- go version`."
                )
                : Create(parsed.Errors[0].Message.Replace('\'', '`'), HelpOf(command));
        }

        if (unknown is null)
        {
            return Create("There is no command.", HelpOf(command));
        }

        var near = command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).MinBy(name => Distance(name, unknown));
        return Create(
            $"`{unknown}` is not a command of gotoolchain.",
            near is not null && Distance(near, unknown) <= 2 ? $"Did you mean `gotoolchain {near}`?" : HelpOf(command)
        );
    }

    // The parser takes an option that it does not know for the value of the next free argument.
    private static string? MisreadOption(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(value => value.StartsWith('-'));

    // `--json=yes`: the parser takes the value for the next free argument.
    private static string? FlagWithValue(ParseResult parsed, SplitCommandLine line) =>
        parsed
            .CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options)
            .Where(option => option.Arity.MaximumNumberOfValues == 0)
            .Select(option => option.Name)
            .FirstOrDefault(name => line.Own.Any(a => a.StartsWith(name + "=", StringComparison.Ordinal)));

    private static string NameOf(Command command) => command is ToolCommand own ? own.FullName : command.Name;

    private static string HelpOf(Command command) =>
        command is RootCommand ? "See `gotoolchain --help`." : $"See `gotoolchain {NameOf(command)} --help`.";

    // Edit distance (Levenshtein) of two short words.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
