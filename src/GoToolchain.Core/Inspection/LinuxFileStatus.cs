using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoToolchain.Inspection;

/// <summary>What Linux knows about a file and .NET does not tell: its type, its owner, and whether it is immutable (statx(2)).</summary>
/// <param name="Owner">User number.</param>
/// <param name="Mode">Type and permissions, as in inode(7).</param>
/// <param name="IsImmutable">Nobody may change it, root neither (<c>chattr +i</c>).</param>
internal readonly partial record struct LinuxFileStatus(uint Owner, ushort Mode, bool IsImmutable)
{
    private const int FromCurrentDirectory = -100;
    private const uint BasicFields = 0x7ff;
    private const ulong Immutable = 0x10;
    private const ushort TypeMask = 0xf000;
    private const ushort RegularFile = 0x8000;
    private const ushort Sticky = 0x200;

    /// <summary>A file with bytes, not a pipe, socket or device.</summary>
    public bool IsRegularFile => (Mode & TypeMask) == RegularFile;

    /// <summary>A directory in which nobody may remove the files of others, such as <c>/tmp</c>.</summary>
    public bool IsSticky => (Mode & Sticky) != 0;

    /// <summary>Asks, with links followed. Nothing is opened.</summary>
    /// <param name="path">Absolute.</param>
    /// <returns>Null when this is not Linux, or the file cannot be looked at.</returns>
    public static LinuxFileStatus? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return statx(FromCurrentDirectory, path, 0, BasicFields, out var answer) == 0
                ? new LinuxFileStatus(answer.Owner, answer.Mode, (answer.Attributes & Immutable) != 0)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return null;
        }
    }

    /// <summary>The user that this process acts as; null when this is not Linux.</summary>
    public static uint? CurrentUser => OperatingSystem.IsLinux() ? geteuid() : null;

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
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

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
