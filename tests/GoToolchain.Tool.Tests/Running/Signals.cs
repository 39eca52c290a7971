using System.Runtime.InteropServices;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>Sends POSIX signals.</summary>
internal static partial class Signals
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int process, int signal) => Assert.Equal(0, KillCore(process, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int KillCore(int process, int signal);
}
