using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Sidecar.Children.Windows;

/// <summary>
/// A set of processes that Windows ends when the last handle to it closes, which this process alone has. What a process in it starts is in it too.
/// (https://learn.microsoft.com/windows/win32/procthread/job-objects)
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class JobObject : IDisposable
{
    private const int ExtendedLimits = 9;
    private const int KillOnClose = 0x2000;

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION: two 64-bit times, then the flags; its size depends on that of pointers.
    private const int FlagsOffset = 16;
    private static readonly int s_size = nint.Size == 8 ? 144 : 112;

    private readonly SafeFileHandle _handle;

    /// <exception cref="Win32Exception">Windows refuses.</exception>
    public JobObject()
    {
        _handle = CreateJobObject(0, 0);
        var limits = Marshal.AllocHGlobal(s_size);
        try
        {
            for (var i = 0; i < s_size; i++)
            {
                Marshal.WriteByte(limits, i, 0);
            }

            Marshal.WriteInt32(limits, FlagsOffset, KillOnClose);
            if (_handle.IsInvalid || !SetInformationJobObject(_handle, ExtendedLimits, limits, s_size))
            {
                throw new Win32Exception();
            }
        }
        finally
        {
            Marshal.FreeHGlobal(limits);
        }
    }

    /// <summary>Takes a process in.</summary>
    /// <exception cref="Win32Exception">Windows refuses.</exception>
    public void Add(Process process)
    {
        if (!AssignProcessToJobObject(_handle, process.SafeHandle) && !process.HasExited)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>Ends all that are in it.</summary>
    public void End() => TerminateJobObject(_handle, 1);

    public void Dispose() => _handle.Dispose();

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    private static partial SafeFileHandle CreateJobObject(nint security, nint name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, nint information, int size);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateJobObject(SafeFileHandle job, uint exitCode);
}
