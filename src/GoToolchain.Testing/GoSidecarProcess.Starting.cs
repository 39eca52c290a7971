using System.Diagnostics;
using System.Globalization;
using GoToolchain.Testing.Sidecars;
using GoToolchain.Testing.Workspaces;

namespace GoToolchain.Testing;

public sealed partial class GoSidecarProcess
{
    private const int MostPorts = 5;

    // What Go, and C, say to EADDRINUSE; and Windows.
    private static readonly string[] s_portTaken = ["address already in use", "Only one usage of each socket address"];

    /// <summary>Starts a program that is built already, and waits until it is ready.</summary>
    /// <param name="executable">Absolute.</param>
    /// <param name="options">How; null: everything by default.</param>
    /// <param name="cancel">Ends the start; nothing of it runs then.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SidecarNotStarted"/>, <see cref="GoErrorCodes.SidecarNotReady"/> with what was waited
    /// for, the exit code and the last lines, or <see cref="GoErrorCodes.NoFreePort"/>.</exception>
    public static Task<GoSidecarProcess> StartAsync(string executable, GoSidecarOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(executable);
        if (!Path.IsPathFullyQualified(executable))
        {
            throw new ArgumentException($"`{executable}` is not an absolute path.", nameof(executable));
        }

        options ??= new GoSidecarOptions();
        var program = new SidecarProgram(executable, options, options.Host ?? HostMachine.Detect());
        return StartAsync(program, options.Log, buildDirectory: null, cancel);
    }

    /// <summary>Builds the program of a workspace in its environment, starts it, and waits until it is ready.</summary>
    /// <param name="workspace">It has to be there for as long as the sidecar runs.</param>
    /// <param name="options">How; null: everything by default.</param>
    /// <param name="cancel">Ends the start; nothing of it runs then.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/> with the words of the compiler, or as for a program that is built.</exception>
    public static async Task<GoSidecarProcess> StartAsync(
        GoWorkspace workspace,
        GoSidecarOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= new GoSidecarOptions();
        var executable = await workspace.BuildProgramAsync(options.Package, options.BuildFlags, cancel).ConfigureAwait(false);
        var program = new SidecarProgram(executable, options, options.Host ?? workspace.Go.Host);
        return await StartAsync(program, options.Log ?? workspace.Log, buildDirectory: null, cancel).ConfigureAwait(false);
    }

    /// <summary>Builds the program of a module as it lies there, with the user's settings for Go, starts it, and waits until it is ready.</summary>
    /// <param name="go">The Go that builds it.</param>
    /// <param name="directory">The module, or a directory in it: absolute. Nothing is written there.</param>
    /// <param name="options">How; null: everything by default.</param>
    /// <param name="cancel">Ends the start; nothing of it runs then.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CommandFailed"/> with the words of the compiler, or as for a program that is built.</exception>
    public static async Task<GoSidecarProcess> StartAsync(
        GoInstallation go,
        string directory,
        GoSidecarOptions? options = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(go);
        ArgumentNullException.ThrowIfNull(directory);
        options ??= new GoSidecarOptions();
        var build = WorkspaceEnvironment.CreateRoot(go.Host);
        var name = options.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(directory));
        var executable = Path.Combine(build, name + go.Platform.ExecutableSuffix);
        try
        {
            await go.Command(["build", "-o", executable, .. options.BuildFlags, options.Package])
                .WithWorkingDirectory(directory)
                .ExecuteAsync(cancel)
                .ConfigureAwait(false);
            var program = new SidecarProgram(executable, options, options.Host ?? go.Host);
            return await StartAsync(program, options.Log, build, cancel).ConfigureAwait(false);
        }
        catch
        {
            await TreeRemoval.RemoveAsync(build, options.Log ?? GoTestLog.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<GoSidecarProcess> StartAsync(
        SidecarProgram program,
        IGoTestLog? log,
        string? buildDirectory,
        CancellationToken cancel
    )
    {
        var sidecar = new GoSidecarProcess(program, log ?? GoTestLog.None, buildDirectory);
        await sidecar.StartAsync(keepPort: false, cancel).ConfigureAwait(false);
        return sidecar;
    }

    // After a failure, nothing of it runs.
    private async Task StartAsync(bool keepPort, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            ChoosePort(keepPort);
            Lines.Begin();
            try
            {
                _child = await _program.StartAsync(_port, Take, cancel).ConfigureAwait(false);
                Tell(string.Create(CultureInfo.InvariantCulture, $"started as process {_child.Id}"));
                await WaitUntilReadyAsync(started, cancel).ConfigureAwait(false);
                Tell($"ready after {Seconds(Since(started))}");
                return;
            }
            catch (GoToolchainException e) when (e.Code == GoErrorCodes.SidecarNotReady && LostItsPort)
            {
                await EndStartAsync().ConfigureAwait(false);
                if (keepPort || tries == MostPorts)
                {
                    throw new GoToolchainException(GoErrorCodes.NoFreePort, e.Problem, inner: e);
                }

                Tell("its port was taken by somebody else just before: it gets another one");
            }
            catch
            {
                await EndStartAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private bool LostItsPort =>
        _program.Options.Port == GoSidecarPort.Free
        && Lines.Find(line => s_portTaken.Any(t => line.Contains(t, StringComparison.OrdinalIgnoreCase))) is not null;

    private void ChoosePort(bool keep)
    {
        if (_program.Options.Port is not { } port || (keep && port.Line is null && _port is not null))
        {
            return;
        }

        _reservation?.Dispose();
        _reservation = port == GoSidecarPort.Free ? PortReservation.Take(_program.Host) : null;
        _port = _reservation?.Port ?? (port.Line is null ? port.Number : null);
    }

    private async Task EndStartAsync()
    {
        if (_child is { } child)
        {
            await child.EndTreeAsync().ConfigureAwait(false);
        }

        // The child stays, ended: a restart that failed leaves a sidecar that has ended, and can be tried again.
        _reservation?.Dispose();
        _reservation = null;
    }
}
