using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GoToolchain.Inspection;

namespace GoToolchain.Environments;

/// <summary>Gives a file of the user another content, and leaves all else of it as it is: permissions, owner, group, and the names that lead to it.</summary>
internal static partial class FileContent
{
    /// <summary>
    /// Writes it. A new file takes the place of the old one in one step where that keeps owner and links; else, and where the file itself is a mount, the
    /// old one is written over.
    /// </summary>
    /// <param name="file">Absolute, no link. It exists.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Replace(string file, ReadOnlySpan<byte> content)
    {
        var status = LinuxFileStatus.Of(file);
        if (status is { Links: > 1 })
        {
            Overwrite(file, content);
            return;
        }

        var draft = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            WriteNew(draft, content);
            if (!OperatingSystem.IsWindows())
            {
                TakeOver(draft, file, status);
            }

            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // No new file may be made here, or nobody but root may give it to the owner, or the place is busy.
            File.Delete(draft);
            Overwrite(file, content);
        }
    }

    /// <summary>Writes a file that is not there yet.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void WriteNew(string file, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static void Overwrite(string file, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(content);
        stream.SetLength(content.Length);
        stream.Flush(flushToDisk: true);
    }

    [UnsupportedOSPlatform("windows")]
    private static void TakeOver(string draft, string file, LinuxFileStatus? status)
    {
        // First the owner: changing it takes some permissions away.
        if (
            OperatingSystem.IsLinux()
            && status is { } old
            && LinuxFileStatus.Of(draft) is { } now
            && (old.Owner, old.Group) != (now.Owner, now.Group)
            && ChangeOwner(draft, old.Owner, old.Group) != 0
        )
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        File.SetUnixFileMode(draft, File.GetUnixFileMode(file));
    }

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}
