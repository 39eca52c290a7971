using System.ComponentModel;
using CliWrap;

namespace GoToolchain.Environments.Places;

/// <summary>A tiny program that is put into a directory and run there.</summary>
internal static class ProbeProgram
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int Answer = 42;
    private const int AccessDenied = 13;
    private const int Busy = 26;

    // See https://github.com/golang/go/issues/22220: a program that was just written counts as busy while another thread forks.
    private const int MostBusyTries = 20;
    private static readonly TimeSpan s_busyPause = TimeSpan.FromMilliseconds(25);

    /// <summary>Writes it and runs it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="directory">A directory that can be written: absolute.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when the system refuses to run it; null when that cannot be tried here.</returns>
    public static async Task<bool?> RunAsync(HostMachine host, string directory, CancellationToken cancel)
    {
        // Windows has no mounts without the right to execute, and macOS asks Apple about new programs.
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
        {
            return null;
        }

        var file = Path.Combine(directory, "run");
        if (!File.Exists("/bin/sh"))
        {
            return null;
        }

        await File.WriteAllTextAsync(file, $"#!/bin/sh\nexit {Answer}\n", cancel).ConfigureAwait(false);
        File.SetUnixFileMode(file, Executable);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var run = await host.CreateCommand(file)
                    .WithValidation(CommandResultValidation.None)
                    .ExecuteAsync(cancel)
                    .ConfigureAwait(false);
                return run.ExitCode == Answer;
            }
            catch (Win32Exception e) when (NumberOf(e) == Busy && tries < MostBusyTries)
            {
                await Task.Delay(s_busyPause, host.Clock, cancel).ConfigureAwait(false);
            }
            catch (Win32Exception e)
            {
                return NumberOf(e) == AccessDenied ? false : null;
            }
        }
    }

    private static int NumberOf(Win32Exception failure) => (failure.InnerException as Win32Exception ?? failure).NativeErrorCode;
}
