using System.CommandLine;
using System.CommandLine.Completions;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Completion;

/// <summary>The words that may stand for the value of an option or an argument.</summary>
/// <param name="settings">The options of every command, which say where to look.</param>
internal sealed class CompletionWords(GlobalOptions settings)
{
    private static readonly string[] s_shells = [.. Enum.GetValues<GoShell>().Select(GoShellNames.ToName)];

    private static readonly Dictionary<string, string[]> s_values = new(StringComparer.Ordinal)
    {
        ["--level"] = Names<HealthLevel>(),
        ["--shell"] = s_shells,
        [GoSettings.Preference.Option] = Names<GoPreference>(),
        [GoSettings.Downloads.Option] = Names<GoDownloads>(),
        [GoSettings.RequireTrust.Option] = Names<GoTrust>(),
        [GoSettings.MirrorRules.Option] = ["race", "own-sha256", "http-redirect"],
        [GoSettings.Sources.Option] = ["go.dev", "mirror", "proxy", "apt", "nuget"],
    };

    /// <summary>Tells the parser the words of a command and of all below it.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in command.Options)
        {
            if (s_values.TryGetValue(option.Name, out var words))
            {
                option.CompletionSources.Clear();
                option.CompletionSources.Add(words);
            }
        }

        foreach (var argument in command.Arguments)
        {
            switch (argument.Name)
            {
                case "SPEC" or "SPEC or DIR":
                    argument.CompletionSources.Add(Specs);
                    break;
                case "SNAPSHOT":
                    argument.CompletionSources.Add(Snapshots);
                    break;
                case "SHELL":
                    argument.CompletionSources.Add(s_shells);
                    break;
                default:
                    break;
            }
        }

        foreach (var inner in command.Subcommands)
        {
            AddTo(inner);
        }
    }

    private IEnumerable<CompletionItem> Specs(CompletionContext context) =>
        Ask(
                context,
                manager =>
                    manager
                        .Locate()
                        .Where(c => c.Verdict == GoVerdict.Usable)
                        .DistinctBy(c => c.Version)
                        .OrderByDescending(c => c.Version)
                        .Select(c => new CompletionItem(c.Version!.ToString(), detail: c.Root))
            )
            .Concat([
                new("stable", detail: "the newest release"),
                new("oldstable", detail: "the line before the newest"),
                new("latest", detail: "the newest, pre-releases too"),
                new("project", detail: "what the files of the project say"),
                new("system", detail: "a Go that was on the machine before"),
            ]);

    private IEnumerable<CompletionItem> Snapshots(CompletionContext context) =>
        Ask(context, manager => manager.ListSnapshots().Snapshots.Select(s => new CompletionItem(s.Id, detail: s.Root)));

    // While a line is being typed, a setting that makes no sense is no reason for a message.
    private CompletionItem[] Ask(CompletionContext context, Func<GoToolchainManager, IEnumerable<CompletionItem>> find)
    {
        try
        {
            return [.. find(new GoToolchainManager(settings.ToOptions(context.ParseResult, progress: null)))];
        }
        catch (GoToolchainException)
        {
            return [];
        }
    }

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => Words.Kebab(value))];
}
