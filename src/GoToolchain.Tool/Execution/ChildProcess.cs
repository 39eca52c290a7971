using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GoToolchain.Tool.Execution;

/// <summary>
/// A command that takes our place: it has our stdin, stdout and stderr (so it sees a terminal where we have one), receives the signals
/// that are sent to us, and its exit code becomes ours.
/// </summary>
internal static partial class ChildProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code; 128 + N when signal N ended it.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandNotStarted"/>.</exception>
    public static async Task<int> RunAsync(ProcessStartInfo start, Interruption interruption)
    {
        using var process = new Process { StartInfo = start };
        var early = new List<PosixSignal>();
        var started = false;
        using var signals = interruption.HandOver(signal =>
        {
            lock (early)
            {
                if (started)
                {
                    Forward(process, signal);
                }
                else
                {
                    early.Add(signal);
                }
            }
        });

        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new GoToolchainException(
                GoErrorCodes.CommandNotStarted,
                $"The command cannot be started: {e.Message.TrimEnd('.')}.",
                start.FileName,
                "Check that it is a program for this machine, or a script whose first line names its interpreter.",
                e
            );
        }

        lock (early)
        {
            started = true;
            early.ForEach(signal => Forward(process, signal));
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode;
    }

    private static void Forward(Process process, PosixSignal signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The console delivers its events to every process that is attached to it.
        }

        // A terminal sends what is typed (Ctrl-C, Ctrl-\) to the whole foreground group, so the child has it already.
        var typed = signal is PosixSignal.SIGINT or PosixSignal.SIGQUIT && ControllingTerminal.IsOurs();
        if (!typed && !process.HasExited)
        {
            _ = Kill(process.Id, Number(signal));
        }
    }

    // The numbers of POSIX, the same on Linux, macOS and the BSDs.
    private static int Number(PosixSignal signal) =>
        signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            PosixSignal.SIGQUIT => 3,
            _ => 15,
        };

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
