using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Health;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>doctor</c>: does this Go work, and if not, why.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly Argument<string?> _subject = new("SPEC or DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A version, for example 1.24, or a GOROOT; default: the Go that `gotoolchain where` gives, else a damaged one",
    };

    private readonly Option<string?> _level = new("--level")
    {
        HelpName = "LEVEL",
        Description =
            "quick (files and settings only, milliseconds), standard (runs go, seconds; the default) or full (all of the standard library, minutes)",
    };

    private readonly Option<bool> _fix = new("--fix")
    {
        Description = "Make the repairs that are safe, each with a backup, and examine again",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string[]> _reports = new("--report")
    {
        HelpName = "FILE",
        Description = "Also write the report to FILE: .json, .md, .xml (JUnit) or .sarif; may be given more than once",
    };

    private readonly Option<bool> _stdTests = new("--std-tests")
    {
        Description =
            "Level full, and also build the test programs of the standard library (`go test std -run=^$ -short`): some four minutes on two cores",
        Arity = ArgumentArity.Zero,
    };

    public DoctorCommand(ToolContext context, GlobalOptions settings)
        : base("doctor", "Examine a Go and its surroundings, and say what is wrong and what helps", context, settings)
    {
        Arguments.Add(_subject);
        Options.Add(_level);
        Options.Add(_fix);
        Options.Add(_reports);
        Options.Add(_stdTests);
    }

    public override string Details =>
        "Each check says what was found, each finding its cause and its cure. Nothing is changed without --fix; the lines marked `--fix:` say what it would do. Exit code 0: healthy, with or without warnings; 1: not healthy; 2: GOROOT or Go is missing.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain doctor", "the Go of this project"),
            new("gotoolchain doctor /usr/local/go --level quick", "one GOROOT, without starting a process"),
            new("gotoolchain doctor --fix", "put right what is safe to put right"),
            new("gotoolchain doctor --report go.xml --report go.sarif", "for CI"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var manager = CreateManager(parsed);
        var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
        var options = new HealthOptions { Level = Level(parsed), TestStandardLibrary = parsed.GetValue(_stdTests) };
        ReportFile[] files = [.. (parsed.GetValue(_reports) ?? []).Select(ReportFile.Of)];
        if (target.Hint is not null)
        {
            WriteHint(target.Hint);
        }

        var report = await ExamineAsync(manager, target, options, cancel).ConfigureAwait(false);
        var fixes = parsed.GetValue(_fix) ? await report.FixAsync(cancel).ConfigureAwait(false) : null;
        if (fixes is { Count: > 0 })
        {
            report = await ExamineAsync(manager, target, options, cancel).ConfigureAwait(false) with { Fixes = fixes };
        }

        if (WantsJson(parsed))
        {
            // Before the answer: if one cannot be written, the error is the one document on stdout.
            await WriteAsync(files, report, cancel).ConfigureAwait(false);
            await JsonAnswer.WriteAsync(report, cancel).ConfigureAwait(false);
            return report.ExitCode;
        }

        WriteTable(report, fixes);
        await WriteAsync(files, report, cancel).ConfigureAwait(false);
        return report.ExitCode;
    }

    private async Task<HealthReport> ExamineAsync(
        GoToolchainManager manager,
        DoctorTarget target,
        HealthOptions options,
        CancellationToken cancel
    )
    {
        var progress = CheckProgress.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            return await manager
                .CheckAsync(target.Spec, options with { Starts = progress, Progress = progress }, cancel)
                .ConfigureAwait(false);
        }
    }

    private void WriteTable(HealthReport report, IReadOnlyList<HealthFixResult>? fixes)
    {
        var table = new HealthTable(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        if (fixes is not null)
        {
            table.WriteFixes(fixes);
        }

        table.Write(report);
        if (fixes is { Count: 0 } && report.Findings.Any())
        {
            WriteHint("Nothing of this can be put right by --fix: do what each `cure:` says.");
        }
    }

    private void WriteHint(string text) => new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(text);

    private static async Task WriteAsync(IEnumerable<ReportFile> files, HealthReport report, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            await file.WriteAsync(report, cancel).ConfigureAwait(false);
        }
    }

    private HealthLevel Level(ParseResult parsed)
    {
        var word = parsed.GetValue(_level);
        var isFull = parsed.GetValue(_stdTests);
        if (word is null)
        {
            return isFull ? HealthLevel.Full : HealthLevel.Standard;
        }

        var level = Enum.GetValues<HealthLevel>()
            .Where(level => Words.Kebab(level) == word)
            .Select(level => (HealthLevel?)level)
            .FirstOrDefault();
        return level is null ? throw UsageError.Create($"`{word}` is not a level.", "Write `--level quick`, `standard` or `full`.")
            : isFull && level != HealthLevel.Full
                ? throw UsageError.Create(
                    $"`--std-tests` belongs to level full, not to `{word}`.",
                    "Leave --level out, or write `--level full`."
                )
            : level.Value;
    }
}
