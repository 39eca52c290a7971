using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GoToolchain.Store.Links;

/// <summary>A link to a directory that is made or changed in one step: whoever follows it comes to the old directory or the new one.</summary>
internal static partial class DirectoryLink
{
    /// <summary>Lets a link lead to a directory.</summary>
    /// <param name="link">Absolute. There is a link, or nothing.</param>
    /// <param name="target">An existing directory: absolute.</param>
    /// <exception cref="IOException">It cannot be made; then the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Set(string link, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            // Symbolic links need a privilege there; junctions do not, and their target can be changed in place.
            Junction.Set(link, target);
            return;
        }

        // rename(2) puts one name in the place of another at once. .NET renames no link to a directory over another one.
        var draft = Draft(link);
        File.Delete(draft);
        Directory.CreateSymbolicLink(draft, target);
        if (Rename(draft, link) != 0)
        {
            var problem = new Win32Exception(Marshal.GetLastPInvokeError());
            File.Delete(draft);
            throw new IOException($"{problem.Message} : '{link}'", problem.NativeErrorCode);
        }
    }

    /// <summary>What a process that was killed in the middle may have left beside a link.</summary>
    /// <param name="link">Absolute.</param>
    public static string Draft(string link) => Path.Combine(Path.GetDirectoryName(link)!, $".{Path.GetFileName(link)}.gotoolchain-draft");

    [LibraryImport("libc", EntryPoint = "rename", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(string from, string to);
}
