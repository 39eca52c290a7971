using System.CommandLine;

namespace GoToolchain.Tool.CommandLine;

/// <summary>The options that every command takes: the settings of the library, and <c>--json</c>.</summary>
internal sealed class GlobalOptions
{
    private readonly List<(GoSetting Setting, Option Option)> _settings = [.. GoSettings.All.Select(setting => (setting, Create(setting)))];

    public Option<bool> Json { get; } =
        new("--json")
        {
            Description = "Answer with one JSON document on stdout, errors too",
            Recursive = true,
            Arity = ArgumentArity.Zero,
        };

    public IEnumerable<Option> All => [.. _settings.Select(s => s.Option), Json];

    /// <summary>The options of the library for this command line.</summary>
    public GoToolchainOptions ToOptions(ParseResult parsed, IProgress<GoProgress>? progress)
    {
        var directory = WorkingDirectory.Current;
        var options = new GoToolchainOptions { ProjectDirectory = directory, Progress = progress };
        foreach (var (setting, option) in _settings)
        {
            if (parsed.GetResult(option) is { Implicit: false } given)
            {
                var text = given.Tokens.Count > 0 ? string.Join(';', given.Tokens.Select(t => t.Value)) : Implied(setting);
                options = options.With(setting, text, setting.Option, directory);
            }
        }

        return options;
    }

    // A bare `--offline` means yes.
    private static string Implied(GoSetting setting) =>
        setting == GoSettings.Offline ? "true" : throw UsageError.Create($"`{setting.Option}` needs a value.", "See `gotoolchain --help`.");

    private static Option Create(GoSetting setting)
    {
        // As a truth value it takes a following `true` or `false`, but not a following SPEC.
        Option option =
            setting == GoSettings.Offline ? new Option<bool>(setting.Option)
            : setting.IsList ? new Option<string[]>(setting.Option) { HelpName = ValueName(setting) }
            : new Option<string>(setting.Option) { HelpName = ValueName(setting) };
        option.Description = $"{Describe(setting)} [{setting.Variable}]";
        option.Recursive = true;
        return option;
    }

    private static string Describe(GoSetting setting) =>
        setting == GoSettings.Offline || setting == GoSettings.Store || setting == GoSettings.SigningKey
            ? setting.Meaning.TrimEnd('.')
            : $"{setting.Meaning.TrimEnd('.')}: {setting.Allowed.Replace("absolute ", "", StringComparison.Ordinal)}";

    private static string ValueName(GoSetting setting) =>
        setting == GoSettings.Store ? "DIR"
        : setting == GoSettings.Sources ? "NAME"
        : setting == GoSettings.Mirror ? "URL"
        : setting == GoSettings.LockTimeout ? "TIME"
        : setting == GoSettings.RequireTrust ? "LEVEL"
        : setting == GoSettings.SigningKey ? "FILE"
        : "WHICH";
}
