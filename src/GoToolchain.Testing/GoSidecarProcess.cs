using System.Diagnostics;
using System.Globalization;
using GoToolchain.Sidecar.Children;
using GoToolchain.Testing.Logging;
using GoToolchain.Testing.Sidecars;

namespace GoToolchain.Testing;

/// <summary>
/// A Go program that runs beside a test, as the sidecar of an application does. It is built or taken as it is, started, waited for until it is ready,
/// and ended with everything that it has started: at the latest when this is disposed, and also when the test host is killed.
/// </summary>
/// <remarks>
/// <para>
/// <b>Nothing outlives the test host.</b> A process that is killed with SIGKILL can tidy up nothing, so somebody else has to. On Linux and macOS that is a
/// guardian, a shell that waits at a pipe whose other end only the test host has: the kernel closes it, however the host ends, and then the guardian
/// kills the tree. The sidecar is born into the process group of its guardian (<c>posix_spawn</c>), so that there is no moment in between. On Linux it
/// also finds what has left that group, by the parent or by the variable <c>GOTC_SIDECAR_ID</c> that all inherit. Only a process that has left the group, has lost
/// its parent and has thrown its environment away is not found; on macOS, one that has left the group and lost its parent.
/// </para>
/// <para>
/// Why not the signal that Linux can send at the death of a parent (<c>PR_SET_PDEATHSIG</c>): it comes when the <i>thread</i> ends that started the process,
/// which in .NET is a thread of the pool and ends at any time; it has to be set in the child before its exec, where no .NET code can run; grandchildren do not
/// get it; and macOS has none. Why not a sidecar that ends by itself at the end of its standard input: a good habit, but one that hangs does not.
/// </para>
/// <para>
/// On Windows the sidecar is in a job object that ends with its last handle (KILL_ON_JOB_CLOSE), which only the test host has.
/// </para>
/// </remarks>
public sealed partial class GoSidecarProcess : IAsyncDisposable
{
    private readonly SidecarProgram _program;
    private readonly SafeLog _log;
    private readonly string? _buildDirectory;
    private ISidecarChild? _child;
    private PortReservation? _reservation;
    private int? _port;

    private GoSidecarProcess(SidecarProgram program, IGoTestLog log, string? buildDirectory)
    {
        (_program, _buildDirectory) = (program, buildDirectory);
        _log = new SafeLog(log, line => Lines.Add(new GoSidecarLine(line, IsError: true)));
    }

    /// <summary>The program: absolute.</summary>
    public string Executable => _program.Executable;

    /// <summary>The process id of the present start.</summary>
    public int ProcessId => Child.Id;

    /// <summary>The port of the present start.</summary>
    /// <exception cref="InvalidOperationException">Its options name no way in which it comes by one, or it has not printed it yet.</exception>
    public int Port =>
        _port
        ?? throw new InvalidOperationException(
            $"The port of the sidecar {_program.Name} is not known{(_program.Options.Port is null ? ": GoSidecarOptions.Port is not set" : " yet")}."
        );

    /// <summary>Where an HTTP server in it is reached: its port at the loopback address.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="Port"/>.</exception>
    public Uri BaseAddress => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));

    /// <summary>Its standard input. It stays open until it is disposed or the sidecar ends.</summary>
    public TextWriter StandardInput => Child.Input;

    /// <summary>Whether the present start has ended.</summary>
    public bool HasExited => Child.Exited.IsCompleted;

    /// <summary>Its exit code, or 128 and the number of the signal that ended it (137: killed); null while it runs.</summary>
    public int? ExitCode => Child.Exited.IsCompletedSuccessfully ? Child.Exited.Result : null;

    internal SidecarLines Lines { get; } = new();

    private ISidecarChild Child => _child ?? throw new ObjectDisposedException(nameof(GoSidecarProcess));

    /// <summary>Waits until it ends by itself.</summary>
    /// <param name="cancel">Ends the wait, not the sidecar.</param>
    /// <returns>Its <see cref="ExitCode"/>.</returns>
    public Task<int> WaitForExitAsync(CancellationToken cancel = default) => Child.Exited.WaitAsync(cancel);

    /// <summary>Ends it at once with everything that it has started, and frees its port. For a polite end see <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_child is not { } child)
        {
            return;
        }

        _child = null;
        await child.EndTreeAsync().ConfigureAwait(false);
        _reservation?.Dispose();
        if (_buildDirectory is not null)
        {
            await Workspaces.TreeRemoval.RemoveAsync(_buildDirectory, GoTestLog.To(_log.WriteLine)).ConfigureAwait(false);
        }
    }

    private void Take(string line, bool isError)
    {
        Lines.Add(new GoSidecarLine(line, isError));
        _log.WriteLine($"[{_program.Name}] {line}");
    }

    private void Tell(string what) => _log.WriteLine($"[{_program.Name}] ({what})");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static TimeSpan Since(long start) => Stopwatch.GetElapsedTime(start);
}
