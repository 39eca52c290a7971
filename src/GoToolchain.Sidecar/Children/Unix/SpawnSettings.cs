using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>How <c>posix_spawn</c> starts a process: in which group, and with no signal ignored or blocked, though .NET ignores SIGPIPE.</summary>
internal sealed class SpawnSettings : IDisposable
{
    // Bigger than each of the structures anywhere (glibc: 336 bytes and 80 and 128).
    private const int Size = 1024;

    // HUP, INT, QUIT, PIPE, ALRM, TERM, and those with which a job is stopped and goes on; the numbers that Linux and macOS have in common.
    private static readonly int[] s_signals = [1, 2, 3, 13, 14, 15, 21, 22];

    private readonly nint _memory;

    public SpawnSettings(int group)
    {
        _memory = Marshal.AllocHGlobal(3 * Size);
        Check(Libc.InitActions(Actions));
        Check(Libc.InitAttributes(Attributes));
        Check(Libc.SetFlags(Attributes, Libc.SetGroup | Libc.SetDefaultSignals | Libc.SetSignalMask));
        Check(Libc.SetGroupOf(Attributes, group));
        var set = _memory + (2 * Size);
        _ = Libc.EmptySet(set);
        Check(Libc.SetSignalMaskOf(Attributes, set));
        foreach (var signal in s_signals)
        {
            _ = Libc.AddToSet(set, signal);
        }

        Check(Libc.SetDefaultSignalsOf(Attributes, set));
    }

    public nint Actions => _memory;

    public nint Attributes => _memory + Size;

    public void Duplicate(int descriptor, int target) => Check(Libc.AddDuplicate(Actions, descriptor, target));

    /// <exception cref="EntryPointNotFoundException">This libc cannot do that.</exception>
    public void ChangeDirectory(string directory) => Check(Libc.AddChangeDirectory(Actions, directory));

    public void Dispose()
    {
        _ = Libc.DestroyActions(Actions);
        _ = Libc.DestroyAttributes(Attributes);
        Marshal.FreeHGlobal(_memory);
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }
}
