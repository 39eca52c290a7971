using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env</c>: the lines that give a shell Go; and the commands about the environment in which Go runs.</summary>
internal sealed class EnvCommand : ToolCommand
{
    private readonly Option<string?> _shell = ShellOption.One();

    public EnvCommand(ToolContext context, GlobalOptions settings)
        : base("env", "Print what gives a shell Go; write it into start-up files; explain what Go sees", context, settings)
    {
        Options.Add(_shell);
        Subcommands.Add(new EnvInstallCommand(context, settings));
        Subcommands.Add(new EnvRemoveCommand(context, settings));
        Subcommands.Add(new EnvExplainCommand(context, settings));
        Subcommands.Add(new EnvPlacesCommand(context, settings));
    }

    public override string Usage => "env [COMMAND]";

    public override string Details =>
        "Without a command it prints lines for `eval`, which put Go's programs and the directory of `go install` first on PATH; GOROOT is not set. Where a stable link (`gotoolchain link`) leads to a Go, they name the link. `env install` writes the same lines into start-up files.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("eval \"$(gotoolchain env)\"", "Go in this bash or zsh"),
            new("gotoolchain env --shell fish | source", "in this fish"),
            new("gotoolchain env --shell powershell | Out-String | Invoke-Expression", "in this PowerShell"),
            new("gotoolchain env install", "in every shell from now on"),
            new("gotoolchain env explain", "where each setting of Go comes from"),
            new("gotoolchain env places", "where this user may write and run programs"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var shell = ShellOption.Parse(parsed.GetValue(_shell));
        var environment = await CreateManager(parsed).GetShellEnvironmentAsync(shell, spec: null, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(ShellEnvironmentDocument.Of(environment));
        }
        else
        {
            await Terminal.Out.WriteAsync(environment.Text.AsMemory(), cancel).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
