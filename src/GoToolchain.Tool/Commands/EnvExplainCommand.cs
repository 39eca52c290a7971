using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Environments;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env explain</c>: what <c>go</c> would see, and who said so.</summary>
internal sealed class EnvExplainCommand : ToolCommand
{
    private readonly Argument<string?> _spec = OptionalSpec();

    private readonly Option<string[]> _tools = new("--tool")
    {
        HelpName = "NAME",
        Description =
            "Only say which file a shell runs for NAME, what that hides, and where `go install` writes; may be given more than once",
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "Every variable that this Go knows, not only those that matter to most and those that are set",
        Arity = ArgumentArity.Zero,
    };

    public EnvExplainCommand(ToolContext context, GlobalOptions settings)
        : base("explain", "Explain what go would see: each setting with its origin, PATH, start-up files", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_tools);
        Options.Add(_all);
    }

    public override string Details =>
        "Reads files and this process' environment; neither go nor a shell is started, so it works where go does not. A line of a start-up file is found by its value: which one really set a variable only the shell knows.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain env explain", "the settings that matter, and every one that is set"),
            new("gotoolchain env explain --tool gopls", "which gopls a shell runs, and where `go install` writes it"),
            new("gotoolchain env explain 1.22 --json", "as that Go would see it, for programs"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var tools = parsed.GetValue(_tools) ?? [];
        var report = CreateManager(parsed).ExplainEnvironment(SpecOf(parsed, _spec), tools);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(EnvExplainDocument.Of(report));
            return ExitCodes.Fine;
        }

        var text = new ExplanationText(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        if (tools.Length > 0)
        {
            text.WriteTools(report, tools);
        }
        else
        {
            text.Write(report, parsed.GetValue(_all));
        }

        await Terminal.Out.FlushAsync(cancel).ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
