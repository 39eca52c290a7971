using System.Text;
using CliWrap;
using GoToolchain.Execution;
using GoToolchain.Testing.Workspaces;

namespace GoToolchain.Testing;

public sealed partial class GoWorkspace
{
    private static readonly string[] s_everything = ["./..."];

    /// <summary>Runs any command of <c>go</c> in the directory of the module.</summary>
    /// <param name="arguments">For example <c>"mod", "tidy"</c>.</param>
    /// <returns>Its output and exit code; a failure of the command is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    public Task<GoRun> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    /// <summary>Runs any command of <c>go</c> in the directory of the module.</summary>
    /// <param name="arguments">For example <c>"mod", "tidy"</c>.</param>
    /// <param name="cancel">Ends <c>go</c> and everything that it has started.</param>
    /// <returns>Its output and exit code; a failure of the command is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of it runs any more.</exception>
    public Task<GoRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => RunAsync(arguments, onOutput: null, cancel);

    internal Task<GoRun> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables) =>
        RunAsync(arguments, onOutput: null, CancellationToken.None, variables);

    /// <summary><c>go run .</c>: builds the program of the module and runs it.</summary>
    /// <param name="arguments">Of the program.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Its output. The exit code of a program that fails is 1, whatever its own was; <c>go</c> prints that.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    public Task<GoRun> RunProgramAsync(IReadOnlyList<string>? arguments = null, CancellationToken cancel = default) =>
        RunAsync(["run", ".", .. arguments ?? []], cancel);

    /// <summary><c>go build</c>.</summary>
    /// <param name="arguments">Flags and packages; null: all packages of the module, of which no file is written.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Its output and exit code; an error of the compiler is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    public Task<GoRun> BuildAsync(IReadOnlyList<string>? arguments = null, CancellationToken cancel = default) =>
        RunAsync(["build", .. arguments ?? s_everything], cancel);

    /// <summary><c>go build -o</c>: builds a program, to be started by <see cref="GoSidecarProcess"/> or by the test itself.</summary>
    /// <param name="package">The <c>package main</c>, as <c>go build</c> takes it.</param>
    /// <param name="flags">More flags, for example <c>-race</c>.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The program: absolute. It goes with the workspace.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/> with the words of the compiler.</exception>
    public async Task<string> BuildProgramAsync(
        string package = ".",
        IReadOnlyList<string>? flags = null,
        CancellationToken cancel = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(package);
        var name = Path.GetFileName(package.TrimEnd('/')) is { Length: > 0 } last && last.Trim('.').Length > 0 ? last : "program";
        var directory = Path.Combine(_root, "bin", $"{Guid.NewGuid():N}"[..8]);
        var file = Path.Combine(directory, name + _go.Platform.ExecutableSuffix);
        var run = await BuildAsync(["-o", file, .. flags ?? [], package], cancel).ConfigureAwait(false);
        run.EnsureSuccess();
        return file;
    }

    /// <summary><c>go vet</c>.</summary>
    /// <param name="arguments">Flags and packages; null: all packages of the module.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Its findings stand in the standard error, and its exit code is then not 0.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    public Task<GoRun> VetAsync(IReadOnlyList<string>? arguments = null, CancellationToken cancel = default) =>
        RunAsync(["vet", .. arguments ?? s_everything], cancel);

    /// <summary><c>go test -json</c>, read into results.</summary>
    /// <param name="arguments">Flags and packages; null: all packages of the module.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What became of each test; a test that fails is no exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, <see cref="GoErrorCodes.GoRunTimedOut"/>.</exception>
    public async Task<GoTestRun> TestAsync(IReadOnlyList<string>? arguments = null, CancellationToken cancel = default)
    {
        var reader = new TestOutputReader();
        var run = await RunAsync(["test", "-json", .. arguments ?? s_everything], reader.Read, cancel).ConfigureAwait(false);
        return reader.Results(run);
    }

    private async Task<GoRun> RunAsync(
        IReadOnlyList<string> arguments,
        Action<string>? onOutput,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string?>? variables = null
    )
    {
        var command = _go.Command(arguments)
            .WithWorkingDirectory(Directory)
            .WithVariables(Variables)
            .WithVariables(variables ?? new Dictionary<string, string?>())
            .WithExitCodeCheck(false);
        var output = new StringBuilder();
        var error = new StringBuilder();
        var toOutput = PipeTarget.ToStringBuilder(output, Encoding.UTF8);
        command = command
            .WithStandardOutput(onOutput is null ? toOutput : PipeTarget.Merge(toOutput, PipeTarget.ToDelegate(onOutput, Encoding.UTF8)))
            .WithStandardError(PipeTarget.ToStringBuilder(error, Encoding.UTF8));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_options.Timeout);
        GoRun run;
        try
        {
            var result = await command.ExecuteAsync(patience.Token).ConfigureAwait(false);
            run = new GoRun(command.ToString(), result.ExitCode, output.ToString(), error.ToString(), result.RunTime) { Workspace = this };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw TimedOut(command, output.Append(error).ToString());
        }

        Tell(run);
        return run;
    }

    private GoToolchainException TimedOut(GoCommand command, string output) =>
        new(
            GoErrorCodes.GoRunTimedOut,
            $"`{command}` did not end within {_options.Timeout.TotalSeconds:0.#} s and was killed, with everything that it had started. It had written:\n{output}",
            Directory,
            FailWith() is { } root ? $"The workspace is kept: {root}" : null
        );

    private void Tell(GoRun run)
    {
        foreach (var line in (run.Succeeded ? run.ToString().Split('\n', 2)[0] : run.ToString().TrimEnd()).Split('\n'))
        {
            _options.Log.WriteLine(line);
        }
    }
}
