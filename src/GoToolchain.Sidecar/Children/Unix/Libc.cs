using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>The calls into libc that a child needs. All are in POSIX, but the one with <c>_np</c>.</summary>
internal static partial class Libc
{
    public const int Interrupted = 4;
    public const int NoSuchFile = 2;
    public const int TextFileBusy = 26;

    public const int Kill = 9;
    public const int Terminate = 15;

    // Linux (spawn.h) and macOS (spawn.h) agree.
    public const short SetGroup = 0x02;
    public const short SetDefaultSignals = 0x04;
    public const short SetSignalMask = 0x08;

    public const int ByProcess = 1;
    public const int Ended = 4;
    private const int LeaveLinux = 0x01000000;
    private const int LeaveMac = 0x20;

    /// <summary>WNOWAIT: the process stays a zombie, so that its id is not given to another one.</summary>
    public static int Leave => OperatingSystem.IsLinux() ? LeaveLinux : LeaveMac;

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Spawn(out int process, string path, nint actions, nint attributes, nint arguments, nint variables);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int AddDuplicate(nint actions, int descriptor, int target);

    // glibc 2.29, musl 1.1.24, macOS 10.15.
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddChangeDirectory(nint actions, string path);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    public static partial int InitAttributes(nint attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    public static partial int DestroyAttributes(nint attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    public static partial int SetFlags(nint attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setpgroup")]
    public static partial int SetGroupOf(nint attributes, int group);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    public static partial int SetDefaultSignalsOf(nint attributes, nint set);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    public static partial int SetSignalMaskOf(nint attributes, nint set);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    public static partial int EmptySet(nint set);

    [LibraryImport("libc", EntryPoint = "sigaddset")]
    public static partial int AddToSet(nint set, int signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    public static partial int WaitFor(int kind, int process, nint information, int options);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    public static partial int Collect(int process, out int status, int options);
}
