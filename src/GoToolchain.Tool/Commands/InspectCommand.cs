using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Inspect;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>inspect</c>: what a program or library says about how it was built, and which shared libraries it needs.</summary>
internal sealed class InspectCommand : ToolCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A program or shared library: ELF, PE or Mach-O, for any platform",
    };

    private readonly Option<bool> _trace = new("--trace")
    {
        Description =
            "Run it with the arguments after `--`, and show which libraries it loads, those of dlopen too; its output goes to stderr",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<int?> _timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        Description = "With --trace: end it, and all that it has started, after this time",
    };

    private readonly Option<string?> _pluginOf = new("--plugin-of")
    {
        HelpName = "PROGRAM",
        Description = "Say whether this Go program can open FILE as a plugin",
    };

    public InspectCommand(ToolContext context, GlobalOptions settings)
        : base("inspect", "Show which Go built a program, how, and which shared libraries it needs", context, settings)
    {
        Arguments.Add(_file);
        Options.Add(_trace);
        Options.Add(_timeout);
        Options.Add(_pluginOf);
    }

    public override string Usage => "inspect FILE [-- ARGS]";

    public override string Details =>
        "Reads the file and never runs it, but with --trace; no Go is needed. Compares the Go that built it with the go on PATH, or else with the one that `gotoolchain where` gives. Shared libraries are found by the rules of the loader, and what is wrong with them is said with its cure. A program that Go did not build is described too. Exit code 0: inspected; 1: no program or library, a damaged one, or one whose libraries are not as it needs them; 2: no such file; 3: it cannot be traced.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain inspect ./server", "version, modules, settings, commit"),
            new("gotoolchain inspect libcalc.so --json", "for programs"),
            new("gotoolchain inspect ./server --trace -- --port 0", "what it loads while it runs"),
            new("gotoolchain inspect \"$(command -v docker)\"", "a command on PATH"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var binary = GoBinaryFile.Inspect(WorkingDirectory.Absolute(parsed.GetValue(_file)!));
        if (binary.Verdict == GoBinaryVerdict.NotExecutable)
        {
            throw Refusal(binary);
        }

        var manager = CreateManager(parsed);
        var linkage = await InspectLinkageAsync(parsed, binary.File, manager.Options.Host, cancel).ConfigureAwait(false);
        var comparison = binary.BuildInfo is null ? null : manager.Compare(binary);
        var damage = binary.Verdict == GoBinaryVerdict.Damaged ? Refusal(binary) : linkage.Damage;
        var exitCode = damage?.Code.ExitCode ?? (linkage.IsUnhealthy ? ExitCodes.Unhealthy : ExitCodes.Fine);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(InspectDocument.Of(binary, comparison, linkage, damage));
            return exitCode;
        }

        await WriteAsync([
                FileSection.Of(binary),
                GoSection.Of(binary, comparison),
                SettingsSection.Of(binary.BuildInfo),
                new ModulesSection(binary.BuildInfo),
                new LibrariesSection(linkage.Report),
                new TraceSection(linkage.Trace),
                new FindingsSection(linkage.Findings),
            ])
            .ConfigureAwait(false);
        return damage is null ? exitCode : new ErrorReport(Terminal, json: false).Write(damage);
    }

    private async Task<LinkageInspection> InspectLinkageAsync(ParseResult parsed, string file, HostMachine host, CancellationToken cancel)
    {
        var isTraced = parsed.GetValue(_trace);
        if (!isTraced && (Context.Rest is not null || parsed.GetValue(_timeout) is not null))
        {
            throw UsageError.Create("Only a program that is run with `--trace` takes arguments or a time.", "Add `--trace`.");
        }

        TimeSpan? timeout = parsed.GetValue(_timeout) is { } seconds
            ? seconds is > 0 and <= 86_400
                ? TimeSpan.FromSeconds(seconds)
                : throw UsageError.Create($"`--timeout {seconds}` is no time.", "Write seconds, from 1 to 86400.")
            : null;
        var linkage = isTraced
            ? await LinkageInspection.TraceAsync(file, Context.Rest ?? [], timeout, host, cancel).ConfigureAwait(false)
            : LinkageInspection.Read(file, host);
        return parsed.GetValue(_pluginOf) is { } program
            ? linkage.WithPlugin(GoLinkage.CheckPlugin(WorkingDirectory.Absolute(program), file))
            : linkage;
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
