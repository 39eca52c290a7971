using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>A process that was started in a process group of our choice, which <see cref="System.Diagnostics.Process"/> cannot do.</summary>
internal sealed partial class SpawnedProcess
{
    private readonly object _lock = new();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isCollected;

    private SpawnedProcess(int id)
    {
        Id = id;
        new Thread(Wait) { IsBackground = true, Name = "GoSidecar wait" }.Start();
    }

    public int Id { get; }

    /// <summary>The exit code, or 128 and the number of the signal.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Sends a signal, if it still runs; never to another process that got its id.</summary>
    /// <returns>Whether it was still there.</returns>
    public bool Signal(int signal)
    {
        lock (_lock)
        {
            return !_isCollected && Libc.Signal(Id, signal) == 0;
        }
    }

    /// <summary>Sends a signal to the group that it leads: it was started with group 0.</summary>
    public void SignalGroup(int signal)
    {
        lock (_lock)
        {
            // Also when it has ended: what it has started is still in the group, and if nothing is, there is no such group. Its id could be that of a new
            // process then, yet that one leads a group of this number only if it asks for one, within the moments until here.
            _ = Libc.Signal(-Id, signal);
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="path">The program: absolute.</param>
    /// <param name="arguments">With the name of the program as the first.</param>
    /// <param name="variables">Each <c>NAME=value</c>.</param>
    /// <param name="directory">Where it runs; null: where this process runs.</param>
    /// <param name="group">The process group that it joins; 0: a new one, with its own id.</param>
    /// <param name="descriptors">What its descriptors from 0 on are copies of.</param>
    /// <exception cref="Win32Exception">It cannot be started; with the error number of the system.</exception>
    public static SpawnedProcess Start(
        string path,
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> variables,
        string? directory,
        int group,
        IReadOnlyList<SafeHandle> descriptors
    )
    {
        using var nativeArguments = new NativeStrings(arguments);
        using var nativeVariables = new NativeStrings(variables);
        using var settings = new SpawnSettings(group);
        for (var i = 0; i < descriptors.Count; i++)
        {
            settings.Duplicate((int)descriptors[i].DangerousGetHandle(), i);
        }

        if (directory is not null)
        {
            settings.ChangeDirectory(directory);
        }

        var error = Libc.Spawn(out var id, path, settings.Actions, settings.Attributes, nativeArguments.Pointer, nativeVariables.Pointer);
        GC.KeepAlive(descriptors);
        return error == 0 ? new SpawnedProcess(id) : throw new Win32Exception(error);
    }

    private void Wait()
    {
        // Bigger than siginfo_t anywhere.
        var information = Marshal.AllocHGlobal(512);
        while (
            Libc.WaitFor(Libc.ByProcess, Id, information, Libc.Ended | Libc.Leave) != 0 && Marshal.GetLastPInvokeError() == Libc.Interrupted
        ) { }

        Marshal.FreeHGlobal(information);
        int collected;
        int status;
        lock (_lock)
        {
            collected = Libc.Collect(Id, out status, 0);
            _isCollected = true;
        }

        _exited.SetResult(collected == Id ? ExitCode(status) : -1);
    }

    // sys/wait.h, the same on Linux and the BSDs: the low seven bits are the signal.
    private static int ExitCode(int status) => (status & 0x7f) is var signal and not 0 ? 128 + signal : (status >> 8) & 0xff;
}
