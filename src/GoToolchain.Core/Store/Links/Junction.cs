using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Store.Links;

/// <summary>
/// A directory junction of NTFS: a directory with a reparse point of the type mount point. Setting the reparse point of one that is a junction
/// already replaces its target at once (FSCTL_SET_REPARSE_POINT).
/// </summary>
internal static partial class Junction
{
    private const uint SetReparsePoint = 0x000900A4;
    private const uint MountPointTag = 0xA0000003;
    private const uint GenericWrite = 0x40000000;
    private const uint ShareAll = 7;
    private const uint OpenExisting = 3;
    private const uint BackupSemanticsAndReparsePoint = 0x02200000;

    /// <summary>Makes a junction, or changes one.</summary>
    /// <param name="link">Absolute.</param>
    /// <param name="target">Absolute, on a local volume.</param>
    [SupportedOSPlatform("windows")]
    public static void Set(string link, string target)
    {
        var isNew = !Directory.Exists(link) && new DirectoryInfo(link).LinkTarget is null;
        if (isNew)
        {
            Directory.CreateDirectory(link);
        }

        using var handle = CreateFile(link, GenericWrite, ShareAll, 0, OpenExisting, BackupSemanticsAndReparsePoint, 0);
        var data = ReparseData(target);
        if (handle.IsInvalid || !DeviceIoControl(handle, SetReparsePoint, data, (uint)data.Length, 0, 0, out _, 0))
        {
            var problem = new Win32Exception(Marshal.GetLastPInvokeError());
            if (isNew)
            {
                Directory.Delete(link);
            }

            throw new IOException($"{problem.Message} : '{link}'", problem);
        }
    }

    /// <summary>
    /// REPARSE_DATA_BUFFER for a mount point: tag, length, then offsets and lengths of the substitute name (<c>\??\C:\dir</c>) and the print name,
    /// both ended by a zero, in UTF-16.
    /// </summary>
    /// <param name="target">Absolute.</param>
    internal static byte[] ReparseData(string target)
    {
        var substitute = Encoding.Unicode.GetBytes(@"\??\" + target);
        var print = Encoding.Unicode.GetBytes(target);
        var names = substitute.Length + 2 + print.Length + 2;
        var data = new byte[16 + names];
        BinaryPrimitives.WriteUInt32LittleEndian(data, MountPointTag);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(4), (ushort)(8 + names));
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(10), (ushort)substitute.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(12), (ushort)(substitute.Length + 2));
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(14), (ushort)print.Length);
        substitute.CopyTo(data, 16);
        print.CopyTo(data, 16 + substitute.Length + 2);
        return data;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial SafeFileHandle CreateFile(
        string name,
        uint access,
        uint share,
        nint security,
        uint disposition,
        uint flags,
        nint template
    );

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DeviceIoControl(
        SafeFileHandle device,
        uint code,
        byte[] input,
        uint inputSize,
        nint output,
        uint outputSize,
        out uint returned,
        nint overlapped
    );
}
