namespace GoToolchain.Inspection.Binaries;

/// <summary>Opens files for inspection, and says why one cannot be inspected.</summary>
internal static class BinaryFileAccess
{
    /// <summary>Opens a file.</summary>
    /// <param name="file">Absolute. It may be missing, a directory, a pipe, or anything else.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FileNotInspectable"/> or <see cref="GoErrorCodes.FileNotReadable"/>.</exception>
    public static FileByteSource Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Guard(
            file,
            () =>
            {
                // A pipe or device has no bytes, and opening one could wait for ever; see FileFacts.
                var facts = FileFacts.Of(file);
                return facts is { Kind: FileKind.File, Length: > 0 } ? FileByteSource.Open(file) : throw Refuse(file, facts);
            }
        );
    }

    /// <summary>Does something with a file whose failures are turned into ours.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="work">What to do.</param>
    public static T Guard<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GoToolchainException(GoErrorCodes.FileNotInspectable, $"{file} does not exist.", file, inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.FileNotReadable,
                $"{file} cannot be read by this user: {e.Message}",
                file,
                "Ask for permission to read it, or inspect a copy.",
                e
            );
        }
    }

    private static GoToolchainException Refuse(string file, FileFacts facts) =>
        new(
            GoErrorCodes.FileNotInspectable,
            facts.Kind switch
            {
                FileKind.Missing => $"{file} does not exist.",
                FileKind.DanglingLink => $"{file} is a link that leads nowhere.",
                FileKind.Directory => $"{file} is a directory.",
                _ => $"{file} is empty, or a pipe, socket or device.",
            },
            file,
            facts.Kind == FileKind.Missing
                ? "Name a program or a shared library; `command -v NAME` prints the file of a command on PATH."
                : "Name a program or a shared library."
        );
}
