using System.CommandLine;
using System.Diagnostics;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Execution;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>exec</c>: run a command with a Go.</summary>
internal sealed class ExecCommand : ToolCommand
{
    private readonly Argument<string?> _spec = OptionalSpec();

    public ExecCommand(ToolContext context, GlobalOptions settings)
        : base("exec", "Run a command with a Go, which is installed first when it is missing", context, settings) => Arguments.Add(_spec);

    public override string Usage => "exec [SPEC] -- CMD [ARGS]";

    public override string Details =>
        "PATH begins with the bin directory of that Go, GOTOOLCHAIN is local, and GOROOT is not set. The command has this terminal, receives the signals sent to gotoolchain, and its exit code is passed on (128 + N when signal N ended it). A command that cannot be started is our error, exit code 2.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain exec -- go build ./...", "with the Go of this project"),
            new("gotoolchain exec 1.23 -- go test ./...", "with the newest 1.23"),
            new("gotoolchain exec 1.24 -- bash", "a shell in which `go` is that Go"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (Context.Rest is not [var command, .. var arguments])
        {
            throw UsageError.Create("There is no command to run.", "Write it after `--`, like `gotoolchain exec 1.24 -- go version`.");
        }

        GoInstallation go;
        HostMachine host;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            var manager = CreateManager(parsed, progress);
            host = manager.Options.Host;
            go = await manager.EnsureAsync(SpecOf(parsed, _spec), cancel).ConfigureAwait(false);
        }

        return await ChildProcess.RunAsync(Prepare(go, host, command, arguments), Context.Interruption).ConfigureAwait(false);
    }

    private static ProcessStartInfo Prepare(GoInstallation go, HostMachine host, string command, string[] arguments)
    {
        var bin = Path.Combine(go.Root, "bin");
        var program =
            CommandSearch.Find(command, [bin, .. host.SearchPath], OperatingSystem.IsWindows() ? host.GetVariable("PATHEXT") : null)
            ?? throw new GoToolchainException(
                GoErrorCodes.CommandNotStarted,
                $"`{command}` is not a program: it is neither in {bin} nor on PATH.",
                nextStep: "Check its spelling, or write its path."
            );
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (var (name, value) in go.Command().ToCommand().EnvironmentVariables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
