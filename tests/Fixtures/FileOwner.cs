using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GoToolchain.Fixtures;

/// <summary>Gives files to other users, as only root can.</summary>
public static partial class FileOwner
{
    /// <summary>Changes user and group.</summary>
    /// <param name="path">A file or directory: absolute.</param>
    /// <param name="user">The number of both.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void Give(string path, uint user)
    {
        if (chown(path, user, user) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int chown(string path, uint user, uint group);
}
