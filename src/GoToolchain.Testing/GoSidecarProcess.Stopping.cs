using System.Diagnostics;

namespace GoToolchain.Testing;

public sealed partial class GoSidecarProcess
{
    /// <summary>
    /// Asks it to end (SIGTERM; Ctrl+C on Windows), waits for as long as <see cref="GoSidecarOptions.StopTimeout"/> says, and then kills it; what it has
    /// started is killed in either case. It can be started again (<see cref="RestartAsync"/>).
    /// </summary>
    /// <param name="cancel">Ends the wait for a polite end: it is killed then too, before the exception.</param>
    /// <returns>Its <see cref="ExitCode"/>.</returns>
    public async Task<int> StopAsync(CancellationToken cancel = default)
    {
        var child = Child;
        var started = Stopwatch.GetTimestamp();
        child.AskToEnd();
        try
        {
            await child.Exited.WaitAsync(_program.Options.StopTimeout, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Tell($"did not end within {Seconds(Since(started))} and is killed");
        }
        finally
        {
            await child.EndTreeAsync().ConfigureAwait(false);
        }

        var exitCode = await child.Exited.ConfigureAwait(false);
        Tell(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ended with exit code {exitCode}"));
        return exitCode;
    }

    /// <summary>
    /// Kills it as the system does when memory runs out (SIGKILL): for tests of what the application does then. What it has started lives on, until
    /// the next <see cref="RestartAsync"/>, or the end.
    /// </summary>
    /// <param name="cancel">Ends the wait for its end.</param>
    /// <returns>Its <see cref="ExitCode"/>: 137 on Linux and macOS.</returns>
    public Task<int> KillAsync(CancellationToken cancel = default)
    {
        Child.Kill();
        return Child.Exited.WaitAsync(cancel);
    }

    /// <summary>Starts it again with the same options, and waits until it is ready. One that runs is stopped before (<see cref="StopAsync"/>).</summary>
    /// <param name="newPort">It gets another port. A port that the sidecar prints is in any case what it prints.</param>
    /// <param name="cancel">Ends the start; nothing of it runs then.</param>
    /// <exception cref="GoToolchainException">As for the first start. It can be tried again.</exception>
    public async Task RestartAsync(bool newPort = false, CancellationToken cancel = default)
    {
        if (HasExited)
        {
            await Child.EndTreeAsync().ConfigureAwait(false);
        }
        else
        {
            await StopAsync(cancel).ConfigureAwait(false);
        }

        await StartAsync(keepPort: !newPort, cancel).ConfigureAwait(false);
    }
}
