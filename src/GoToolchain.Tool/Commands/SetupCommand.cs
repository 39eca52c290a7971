using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Environments;
using GoToolchain.Tool.Output.Health;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>setup</c>: a machine for Go in one go.</summary>
internal sealed class SetupCommand : ToolCommand
{
    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The wanted version; default: what the project says, else the newest stable one",
    };

    private readonly Option<string?> _link = new("--link")
    {
        HelpName = "DIR",
        Description = "The stable link; default: the one that is there, else ~/.local/go",
    };

    private readonly Option<string[]> _shells = ShellOption.Several("that of $SHELL, and all of which there are start-up files");

    private readonly Option<bool> _noShell = new("--no-shell") { Description = "Write no start-up file", Arity = ArgumentArity.Zero };

    private readonly Option<string?> _level = new("--level")
    {
        HelpName = "LEVEL",
        Description = "How thorough the doctor is: quick, standard (the default) or full",
    };

    private readonly Option<bool> _plan = BlockOptions.Plan();

    public SetupCommand(ToolContext context, GlobalOptions settings)
        : base("setup", "Set this machine up for Go: toolchain, stable link, shells, doctor", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_link);
        Options.Add(_shells);
        Options.Add(_noShell);
        Options.Add(_level);
        Options.Add(_plan);
    }

    public override string Details =>
        "Does in order what `install`, `link`, `env install` and `doctor` do, and says what it did and what was there already. Doing it again changes nothing; after another version was chosen, it moves the link. Root is never needed. The exit code is that of the doctor.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain setup", "the Go of this project, or the newest stable one"),
            new("gotoolchain setup 1.24 --shell zsh", "this version, for zsh only"),
            new("gotoolchain setup --dry-run", "what it would do"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var shells = ShellOption.Parse(parsed.GetValue(_shells));
        var json = WantsJson(parsed);
        var lines = new LabelledText(Terminal.Out, Terminal.OutWidth);
        SetupReport report;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            var options = new SetupOptions
            {
                Spec = SpecOf(parsed, _spec),
                Link = parsed.GetValue(_link) is { } link ? WorkingDirectory.Absolute(link) : null,
                Shells = parsed.GetValue(_noShell) ? [] : shells,
                Level = Level(parsed.GetValue(_level)),
                DryRun = parsed.GetValue(_plan),
                Progress = json ? null : new StepLines(lines),
            };
            report = await CreateManager(parsed, progress).SetUpAsync(options, cancel).ConfigureAwait(false);
        }

        var exitCode = report.Health?.ExitCode ?? ExitCodes.Fine;
        if (json)
        {
            JsonAnswer.Write(SetupDocument.Of(report));
            return exitCode;
        }

        await WriteRestAsync(report, parsed.GetValue(_plan)).ConfigureAwait(false);
        return exitCode;
    }

    private static HealthLevel Level(string? word) =>
        word is null ? HealthLevel.Standard
        : Enum.GetValues<HealthLevel>().Where(l => Words.Kebab(l) == word).ToArray() is [var level] ? level
        : throw UsageError.Create($"`{word}` is not a level.", "Write `--level quick`, `standard` or `full`.");

    private async Task WriteRestAsync(SetupReport report, bool isPlan)
    {
        if (report.Health is { } health && health.Findings.Any())
        {
            await Terminal.Out.WriteLineAsync().ConfigureAwait(false);
            new HealthTable(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively)).Write(health);
        }

        var hints = new LabelledText(Terminal.Error, Terminal.ErrorWidth);
        foreach (var remark in report.Shells.Remarks)
        {
            hints.Write("", "note:", remark);
        }

        if (!isPlan && report.Shells.IsChange)
        {
            hints.Write(ShellBlockText.Hint);
        }
    }

    // A line for each step as it ends.
    private sealed class StepLines(LabelledText text) : IProgress<SetupStep>
    {
        public void Report(SetupStep value)
        {
            foreach (var (i, line) in value.Lines.Index())
            {
                var outcome = Words.Kebab(value.Outcome).Replace('-', ' ');
                text.Write("", (i == 0 ? $"{Words.Kebab(value.Kind)} ({outcome}):" : new string('\u00a0', 1)), line);
            }
        }
    }
}
