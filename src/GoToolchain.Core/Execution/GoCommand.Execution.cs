using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Telemetry;

namespace GoToolchain.Execution;

public sealed partial class GoCommand
{
    // A program that was written a moment ago counts as busy while any process that was forked meanwhile has not reached its exec
    // (https://github.com/golang/go/issues/22220); that passes in milliseconds.
    private const int MostBusyTries = 20;
    private static readonly TimeSpan s_busyPause = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// The run as a CliWrap command, for what this type does not offer. It neither checks the exit code nor translates a failed start.
    /// </summary>
    public Command ToCommand()
    {
        var command = Installation.Host.CreateCommand(Installation.GoExecutable);
        var environment = new Dictionary<string, string?>(command.EnvironmentVariables, GoEnvironment.VariableNames);
        GoEnvironment.Apply(environment, this);
        command = command
            .WithArguments(Arguments)
            .WithEnvironmentVariables(environment)
            .WithStandardInputPipe(StandardInput)
            .WithStandardOutputPipe(StandardOutput)
            .WithStandardErrorPipe(StandardError)
            .WithValidation(CommandResultValidation.None);
        return WorkingDirectory is null ? command : command.WithWorkingDirectory(WorkingDirectory);
    }

    /// <summary>Runs to the end; output goes to the targets as it comes.</summary>
    /// <param name="cancel">Ends <c>go</c> and everything that it has started.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, or <see cref="GoErrorCodes.CommandFailed"/> with the last
    /// messages of <c>go</c>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of it runs any more.</exception>
    public Task<CommandResult> ExecuteAsync(CancellationToken cancel = default) =>
        RunAsync(command => command.ExecuteAsync(cancel), cancel);

    /// <summary>Runs to the end and returns what it wrote, which also goes to the targets.</summary>
    /// <param name="cancel">Ends <c>go</c> and everything that it has started.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotStart"/>, or <see cref="GoErrorCodes.CommandFailed"/> with the last
    /// messages of <c>go</c>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing of it runs any more.</exception>
    public Task<BufferedCommandResult> ExecuteBufferedAsync(CancellationToken cancel = default) =>
        RunAsync(command => command.ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, cancel), cancel);

    private Task<T> RunAsync<T>(Func<Command, CommandTask<T>> start, CancellationToken cancel)
        where T : CommandResult =>
        Descriptions.IsBuild(Arguments)
            ? Observed.RunAsync(
                OperationKind.Build,
                operation =>
                {
                    _ = operation is null ? null : Descriptions.Building(operation, this);
                    return RunNowAsync(start, cancel);
                },
                (operation, result) => Descriptions.Built(operation, result.ExitCode)
            )
            : RunNowAsync(start, cancel);

    private async Task<T> RunNowAsync<T>(Func<Command, CommandTask<T>> start, CancellationToken cancel)
        where T : CommandResult
    {
        cancel.ThrowIfCancellationRequested();
        var messages = new LastLines();
        var command = ToCommand();
        command = command.WithStandardErrorPipe(PipeTarget.Merge(StandardError, PipeTarget.ToDelegate(messages.Add, Encoding.UTF8)));
        var work = WorkDirectory.Create(GoEnvironment.TemporaryDirectory(command.EnvironmentVariables, Installation.Host));
        if (work is not null)
        {
            var environment = new Dictionary<string, string?>(command.EnvironmentVariables) { ["GOTMPDIR"] = work.Path };
            command = command.WithEnvironmentVariables(environment);
        }

        T result;
        try
        {
            // It is killed at once, with all its children: a `go` that is asked to stop may leave them (git, generators) behind.
            var run = await StartAsync(() => start(command), cancel).ConfigureAwait(false);
            result = await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await (work?.RemoveAsync() ?? Task.CompletedTask).ConfigureAwait(false);
            throw new OperationCanceledException($"`{this}` was cancelled.", cancel);
        }
        finally
        {
            work?.RemoveIfEmpty();
        }

        return result.ExitCode == 0 || !ChecksExitCode
            ? result
            : throw new GoToolchainException(
                GoErrorCodes.CommandFailed,
                $"`{this}` ended with exit code {result.ExitCode}{(messages.IsEmpty ? " and without a message." : $":\n{messages}")}",
                WorkingDirectory ?? Installation.GoExecutable
            );
    }

    private async Task<CommandTask<T>> StartAsync<T>(Func<CommandTask<T>> start, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return start();
            }
            catch (Win32Exception e) when (StartFailure.IsBusy(e) && tries < MostBusyTries)
            {
                await Task.Delay(s_busyPause, cancel).ConfigureAwait(false);
            }
            catch (Win32Exception e)
            {
                throw StartFailure.Explain(this, e);
            }
        }
    }
}
