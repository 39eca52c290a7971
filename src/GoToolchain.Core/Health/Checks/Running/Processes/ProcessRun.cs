using System.ComponentModel;
using CliWrap;
using GoToolchain.Execution;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>Runs one process of an examination: it has nothing to read, its output is bounded, and so is its time.</summary>
/// <param name="clock">Measures the deadline.</param>
internal sealed class ProcessRun(TimeProvider clock)
{
    // As in GoCommand: a program that was just written counts as busy until a process that was forked meanwhile has reached its exec.
    private const int MostBusyTries = 20;
    private static readonly TimeSpan s_busyPause = TimeSpan.FromMilliseconds(25);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program.</param>
    /// <param name="ran">The command line, for people.</param>
    /// <param name="deadline">When it counts as one that hangs; it and its children are killed then.</param>
    /// <param name="cancel">Kills it and its children.</param>
    /// <returns>How it ended, whatever the end.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ProcessResult> RunAsync(Command command, string ran, TimeSpan deadline, CancellationToken cancel)
    {
        var result = new ProcessResult(ran, command.WorkingDirPath);
        var (output, errors) = (new BoundedText(), new BoundedText());
        using var timer = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        command = command
            .WithStandardInputPipe(PipeSource.Null)
            .WithStandardOutputPipe(output.Target)
            .WithStandardErrorPipe(errors.Target)
            .WithValidation(CommandResultValidation.None);
        try
        {
            var run = await StartAsync(command, either.Token).ConfigureAwait(false);
            var end = await run.ConfigureAwait(false);
            return result with { ExitCode = end.ExitCode, Output = output.ToString(), Errors = errors.ToString() };
        }
        catch (Win32Exception failure)
        {
            return result with { NotStarted = failure };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return result with { Hung = deadline, Output = output.ToString(), Errors = errors.ToString() };
        }
    }

    private static async Task<CommandTask<CommandResult>> StartAsync(Command command, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return command.ExecuteAsync(cancel);
            }
            catch (Win32Exception failure) when (StartFailure.IsBusy(failure) && tries < MostBusyTries)
            {
                await Task.Delay(s_busyPause, cancel).ConfigureAwait(false);
            }
        }
    }
}
