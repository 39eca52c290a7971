using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Tool.Execution;

/// <summary>The terminal that this process was started from, if there is one.</summary>
internal static partial class ControllingTerminal
{
    /// <summary>This process belongs to the foreground group, to which the terminal sends the signals of its keys.</summary>
    public static bool IsOurs()
    {
        try
        {
            using var terminal = File.OpenHandle("/dev/tty", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return ForegroundGroup(terminal) == OwnGroup();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // No controlling terminal: a service, a container, a CI job.
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ForegroundGroup(SafeFileHandle terminal);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OwnGroup();
}
