using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Inspect;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>inspect</c>: what a program or library says about how it was built.</summary>
internal sealed class InspectCommand : ToolCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A program or shared library: ELF, PE or Mach-O, for any platform",
    };

    public InspectCommand(ToolContext context, GlobalOptions settings)
        : base("inspect", "Show which Go built a program, from what, and how", context, settings) => Arguments.Add(_file);

    public override string Details =>
        "Reads the file and never runs it; no Go is needed. Compares the Go that built it with the go on PATH, or else with the one that `gotoolchain where` gives. A program that Go did not build is described too. Exit code 0: inspected; 1: no program or library, or a damaged one; 2: no such file.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain inspect ./server", "version, modules, settings, commit"),
            new("gotoolchain inspect libcalc.so --json", "for programs"),
            new("gotoolchain inspect \"$(command -v docker)\"", "a command on PATH"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var binary = GoBinaryFile.Inspect(WorkingDirectory.Absolute(parsed.GetValue(_file)!));
        if (binary.Verdict == GoBinaryVerdict.NotExecutable)
        {
            throw Refusal(binary);
        }

        var comparison = binary.BuildInfo is null ? null : CreateManager(parsed).Compare(binary);
        var isDamaged = binary.Verdict == GoBinaryVerdict.Damaged;
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(InspectDocument.Of(binary, comparison));
            return isDamaged ? GoErrorCodes.NotAProgram.ExitCode : ExitCodes.Fine;
        }

        await WriteAsync([
                FileSection.Of(binary),
                GoSection.Of(binary, comparison),
                SettingsSection.Of(binary.BuildInfo),
                new ModulesSection(binary.BuildInfo),
            ])
            .ConfigureAwait(false);
        return isDamaged ? new ErrorReport(Terminal, json: false).Write(Refusal(binary)) : ExitCodes.Fine;
    }

    private async Task WriteAsync(IEnumerable<IInspectSection> sections)
    {
        var paint = new Paint(Terminal.IsOutLively);
        foreach (var (i, section) in sections.Where(section => !section.IsEmpty).Index())
        {
            if (i > 0)
            {
                await Terminal.Out.WriteLineAsync().ConfigureAwait(false);
            }

            section.Write(Terminal.Out, Terminal.OutWidth, paint);
        }
    }

    private static GoToolchainException Refusal(GoBinaryFile binary) =>
        new(
            GoErrorCodes.NotAProgram,
            binary.Reason,
            binary.File,
            binary.Verdict == GoBinaryVerdict.Damaged
                ? "Build or copy it again, and compare its size with the original."
                : "Name the program or shared library itself."
        );
}
