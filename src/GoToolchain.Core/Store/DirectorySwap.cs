using System.Runtime.InteropServices;

namespace GoToolchain.Store;

/// <summary>Puts one directory in the place of another.</summary>
internal static partial class DirectorySwap
{
    // renameat2(2) with RENAME_EXCHANGE: both names exist at every moment. Linux 3.15; not every file system has it.
    private const int AtCurrentDirectory = -100;
    private const uint RenameExchange = 2;

    /// <summary>Exchanges two directories of one volume atomically.</summary>
    /// <returns>False when the system or the volume cannot do that; then nothing has changed.</returns>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return RenameAt2(AtCurrentDirectory, first, AtCurrentDirectory, second, RenameExchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int firstDirectory, string first, int secondDirectory, string second, uint flags);
}
