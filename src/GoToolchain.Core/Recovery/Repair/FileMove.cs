using System.Runtime.InteropServices;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Repair;

/// <summary>Moves what stands at a path itself, whatever it is: .NET looks where links lead, and refuses pipes.</summary>
internal static partial class FileMove
{
    private const int OtherVolume = 18;

    /// <summary>Puts a file in the place of another, or of nothing, at once.</summary>
    /// <param name="from">Absolute.</param>
    /// <param name="to">On the same volume: absolute.</param>
    /// <exception cref="IOException">It cannot be done; then nothing has changed.</exception>
    public static void Replace(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(from, to, overwrite: true);
        }
        else if (Rename(from, to) is not 0 and var error)
        {
            throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{to}'", error);
        }
    }

    /// <summary>Moves something to a name that is free, to another volume too. A pipe, socket or device has no content, and is not copied.</summary>
    /// <param name="from">Absolute.</param>
    /// <param name="to">Absolute.</param>
    /// <exception cref="IOException">It cannot be done.</exception>
    public static void ToElsewhere(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (OperatingSystem.IsWindows())
        {
            Directory.Move(from, to);
            return;
        }

        switch (Rename(from, to))
        {
            case 0:
                return;
            case OtherVolume:
                Copy(from, to);
                Remove(from);
                return;
            case var error:
                throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{from}'", error);
        }
    }

    /// <summary>Gives a file a second name, so that it stays when the first one is taken by another; where the volume cannot, a copy.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="to">A free name: absolute.</param>
    public static void Keep(string file, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (OperatingSystem.IsWindows() || Link(file, to) != 0)
        {
            File.Copy(file, to);
        }
    }

    /// <summary>Removes what stands at a path itself.</summary>
    /// <param name="path">Absolute.</param>
    public static void Remove(string path)
    {
        if (FileState.Of(path).Kind == FileStateKind.Directory)
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    private static void Copy(string from, string to)
    {
        switch (FileState.Of(from).Kind)
        {
            case FileStateKind.File:
                File.Copy(from, to);
                break;
            case FileStateKind.Link:
                File.CreateSymbolicLink(to, new FileInfo(from).LinkTarget!);
                break;
            case FileStateKind.Directory:
                Directory.CreateDirectory(to);
                foreach (var entry in Directory.GetFileSystemEntries(from))
                {
                    Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
                }

                break;
            default:
                break;
        }
    }

    private static int Rename(string from, string to) => rename(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    private static int Link(string from, string to) => link(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int link(string from, string to);
}
