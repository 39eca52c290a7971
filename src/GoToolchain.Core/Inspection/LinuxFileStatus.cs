using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoToolchain.Inspection;

/// <summary>
/// What Linux says about a file in one question (statx(2)). .NET asks several for the same, and does not tell type, owner, number, and whether it is
/// immutable.
/// </summary>
/// <param name="Owner">User number.</param>
/// <param name="Mode">Type and permissions, as in inode(7).</param>
/// <param name="IsImmutable">Nobody may change it, root neither (<c>chattr +i</c>).</param>
internal readonly partial record struct LinuxFileStatus(uint Owner, ushort Mode, bool IsImmutable)
{
    /// <summary>ENOENT: nothing is there.</summary>
    public const int NotFound = 2;

    /// <summary>ENOTDIR: something on the way is no directory.</summary>
    public const int NotADirectory = 20;

    private const int FromCurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint BasicFields = 0x7ff;
    private const ulong Immutable = 0x10;
    private const ushort TypeMask = 0xf000;
    private const ushort RegularFile = 0x8000;
    private const ushort DirectoryFile = 0x4000;
    private const ushort LinkFile = 0xa000;
    private const ushort Sticky = 0x200;
    private const ushort AnyExecute = 0b001_001_001;

    /// <summary>This is Linux, and its C library knows the call, as glibc has since 2018. Elsewhere .NET has to do.</summary>
    public static bool IsAvailable { get; } = OperatingSystem.IsLinux() && IsKnown();

    /// <summary>The user that this process acts as; null when this is not Linux.</summary>
    public static uint? CurrentUser => OperatingSystem.IsLinux() ? geteuid() : null;

    /// <summary>Group number.</summary>
    public uint Group { get; private init; }

    /// <summary>How many names the file has.</summary>
    public uint Links { get; private init; }

    /// <summary>Bytes of a file.</summary>
    public long Size { get; private init; }

    /// <summary>Which file of which file system it is.</summary>
    public (uint Major, uint Minor, ulong Inode) Number { get; private init; }

    /// <summary>When its content last changed: seconds since 1970, and nanoseconds.</summary>
    public (long Seconds, uint Nanoseconds) Modified { get; private init; }

    /// <summary>
    /// When its content, mode, owner or name count last changed: seconds since 1970, and nanoseconds. Unlike <see cref="Modified"/>, no program can
    /// set it.
    /// </summary>
    public (long Seconds, uint Nanoseconds) Changed { get; private init; }

    /// <summary>A symbolic link; only when links are not followed.</summary>
    public bool IsLink => (Mode & TypeMask) == LinkFile;

    /// <summary>A file with bytes, not a pipe, socket or device.</summary>
    public bool IsRegularFile => (Mode & TypeMask) == RegularFile;

    /// <summary>A directory.</summary>
    public bool IsDirectory => (Mode & TypeMask) == DirectoryFile;

    /// <summary>Somebody may execute it.</summary>
    public bool IsExecutable => (Mode & AnyExecute) != 0;

    /// <summary>A directory in which nobody may remove the files of others, such as <c>/tmp</c>.</summary>
    public bool IsSticky => (Mode & Sticky) != 0;

    /// <summary>Asks, with links followed. Nothing is opened.</summary>
    /// <param name="path">Absolute.</param>
    /// <returns>Null when this is not Linux, or the file cannot be looked at.</returns>
    public static LinuxFileStatus? Of(string path) =>
        OperatingSystem.IsLinux() && IsAvailable && Get(path, follow: true, out var status) == 0 ? status : null;

    /// <summary>Asks. Nothing is opened.</summary>
    /// <param name="path">Absolute, without NUL.</param>
    /// <param name="follow">What a link leads to, not the link.</param>
    /// <param name="status">The answer.</param>
    /// <returns>0, or the error of the system.</returns>
    [SupportedOSPlatform("linux")]
    public static int Get(string path, bool follow, out LinuxFileStatus status)
    {
        if (statx(FromCurrentDirectory, path, follow ? 0 : NoFollow, BasicFields, out var answer) != 0)
        {
            status = default;
            return Marshal.GetLastPInvokeError();
        }

        status = new LinuxFileStatus(answer.Owner, answer.Mode, (answer.Attributes & Immutable) != 0)
        {
            Group = answer.Group,
            Links = answer.Links,
            Size = answer.Size,
            Number = (answer.DeviceMajor, answer.DeviceMinor, answer.Inode),
            Changed = (answer.ChangedSeconds, answer.ChangedNanoseconds),
            Modified = (answer.ModifiedSeconds, answer.ModifiedNanoseconds),
        };
        return 0;
    }

    [SupportedOSPlatform("linux")]
    private static bool IsKnown()
    {
        try
        {
            return Get("/", follow: true, out _) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int statx(int directory, string path, int flags, uint mask, out Answer answer);

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint geteuid();

    // struct statx of linux/stat.h: the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(8)]
        public ulong Attributes;

        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public long Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
