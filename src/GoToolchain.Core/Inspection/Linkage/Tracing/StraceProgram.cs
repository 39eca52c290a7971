using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>strace, when there is one and the system lets it do its work.</summary>
internal static class StraceProgram
{
    // `?` before a name: not every processor has that call.
    private const string Calls = "trace=?open,openat,?openat2,execve,execveat,?fork,?vfork,clone,?clone3,mmap";

    /// <summary>Finds it.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="options">Options.</param>
    /// <param name="remarks">Told why it is not used.</param>
    /// <param name="cancel">Ends the trial.</param>
    /// <returns>Null: it cannot be used.</returns>
    public static async Task<string?> FindAsync(
        HostMachine host,
        LinkageTraceOptions options,
        List<string> remarks,
        CancellationToken cancel
    )
    {
        if (options.Method == TraceMethod.LoaderMessages)
        {
            return null;
        }

        if (host.FindOnPath("strace") is not { } strace)
        {
            remarks.Add("There is no strace on PATH.");
            return null;
        }

        if (await WhyNotAsync(host, strace, cancel).ConfigureAwait(false) is not { } reason)
        {
            return strace;
        }

        remarks.Add($"strace does not work here: {reason}");
        return null;
    }

    /// <summary>Its options.</summary>
    /// <param name="output">Where it writes what it sees.</param>
    public static IEnumerable<string> Options(string output) =>
        ["-f", "-y", "-qq", "-s", "0", "-o", output, "-e", Calls, "-e", "signal=none"];

    // Containers and security policies forbid to watch processes; that shows only in a trial. It watches itself print its version.
    private static async Task<string?> WhyNotAsync(HostMachine host, string strace, CancellationToken cancel)
    {
        try
        {
            var trial = await host.CreateCommand(strace)
                .WithArguments([.. Options("/dev/null"), "--", strace, "-V"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancel)
                .ConfigureAwait(false);
            var message = trial.StandardError.Split('\n').FirstOrDefault(l => l.Length > 0)?.Trim();
            return trial.ExitCode == 0 ? null : message ?? $"it ends with exit code {trial.ExitCode}.";
        }
        catch (Win32Exception e)
        {
            return $"it cannot be started: {e.InnerException?.Message ?? e.Message}.";
        }
    }
}
