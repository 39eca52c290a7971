using GoToolchain.Store;

namespace GoToolchain.Sources.Downloads;

/// <summary>Makes room for a second attempt.</summary>
internal static class Staging
{
    /// <summary>Empties a staging directory.</summary>
    /// <param name="directory">The directory; it stays.</param>
    public static void Clear(string directory)
    {
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } tree)
            {
                tree.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Removes a file that is of no use.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StoreNotWritable"/>.</exception>
    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, file);
        }
    }
}
