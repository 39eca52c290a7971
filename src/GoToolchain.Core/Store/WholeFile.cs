using System.Text;

namespace GoToolchain.Store;

/// <summary>Writes a file at once: whoever reads it sees the old text or the new one.</summary>
internal static class WholeFile
{
    /// <summary>Writes it, unless it holds that text already.</summary>
    /// <param name="file">Absolute. A link stays one: the file that it leads to is replaced.</param>
    /// <param name="text">The whole text.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.OutputNotWritable"/>.</exception>
    public static void Write(string file, string text)
    {
        try
        {
            var isLink = new FileInfo(file).LinkTarget is not null;
            var target = isLink ? File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName : file;
            var bytes = Encoding.UTF8.GetBytes(text);
            if (
                File.Exists(target)
                && new FileInfo(target).Length == bytes.Length
                && File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes)
            )
            {
                return;
            }

            var draft = $"{target}.{Path.GetRandomFileName()}.tmp";
            try
            {
                File.WriteAllBytes(draft, bytes);
                File.Move(draft, target, overwrite: true);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.OutputNotWritable,
                $"The file cannot be written: {e.Message.TrimEnd('.')}.",
                file,
                "Make its directory writable for this user.",
                e
            );
        }
    }
}
