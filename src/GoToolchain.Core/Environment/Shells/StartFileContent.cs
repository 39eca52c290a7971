using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Environments.Shells;

/// <summary>Reads a start-up file that is to be edited, and says why it cannot be.</summary>
internal static class StartFileContent
{
    private const int MostBytes = 1 << 20;

    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Reads it.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="target">Where it is when its links are followed.</param>
    /// <returns>Null: it is not there.</returns>
    /// <exception cref="GoToolchainException">
    /// <see cref="GoErrorCodes.StartFileNotText"/>, or <see cref="GoErrorCodes.StartFileNotWritable"/>.
    /// </exception>
    public static byte[]? Read(string file, out string target)
    {
        target = file;
        try
        {
            var facts = FileFacts.Of(file);
            target = new LinkResolver().Resolve(file) ?? throw NotText(file, "its links lead in a circle");
            switch (facts)
            {
                case { Kind: FileKind.Missing }:
                    return null;
                case { Kind: FileKind.DanglingLink }:
                    throw NotText(file, $"it is a link to {target}, which does not exist");
                case { Kind: FileKind.Directory }:
                    throw NotText(file, "it is a directory");
                case { Length: > MostBytes }:
                    throw NotText(file, "it is larger than a megabyte");
                case { Length: 0 } when LinuxFileStatus.Of(target) is { IsRegularFile: false }:
                    throw NotText(file, "it is a pipe, a socket or a device");
                default:
                    break;
            }

            var bytes = File.ReadAllBytes(target);
            return bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || bytes.AsSpan().Contains((byte)0)
                ? throw NotText(file, "it is written in UTF-16, or holds NUL bytes")
                : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(
                file,
                target,
                $"it cannot be read: {e.Message.TrimEnd('.')}",
                "Make it readable and writable for this user.",
                e
            );
        }
    }

    /// <summary>Nothing says that it is not to be written. Root could write what is read-only, but whoever made it so meant it.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="target">Where it is when its links are followed.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StartFileNotWritable"/>.</exception>
    public static void RequireWritable(string file, string target)
    {
        var isReadOnly = OperatingSystem.IsWindows()
            ? File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(target) & AnyWrite) == 0;
        const string next =
            "Make it writable (`chmod u+w`), or, where a program makes the file, let it add the lines of `gotoolchain env`.";
        if (isReadOnly)
        {
            throw NotWritable(file, target, "it is read-only", next);
        }

        try
        {
            File.Open(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(file, target, e.Message.TrimEnd('.'), next, e);
        }
    }

    /// <summary>It cannot be written.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="target">Where it is when its links are followed.</param>
    /// <param name="why">The end of a sentence.</param>
    /// <param name="next">What to do.</param>
    /// <param name="inner">What the system said.</param>
    public static GoToolchainException NotWritable(string file, string target, string why, string next, Exception? inner = null) =>
        new(
            GoErrorCodes.StartFileNotWritable,
            $"{(target == file ? file : $"{file} (a link to {target})")} cannot be edited: {why}.",
            file,
            next,
            inner
        );

    private static GoToolchainException NotText(string file, string why) =>
        new(
            GoErrorCodes.StartFileNotText,
            $"No lines can be added to {file}: {why}.",
            file,
            "Move it away or convert it to UTF-8, or add the lines of `gotoolchain env` yourself."
        );
}
