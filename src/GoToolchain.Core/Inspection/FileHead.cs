namespace GoToolchain.Inspection;

/// <summary>Reads the first bytes of a file.</summary>
internal static class FileHead
{
    /// <summary>Fills a buffer from the beginning of a file.</summary>
    /// <param name="file">A regular file: opening a pipe would wait for its writer; see <see cref="FileFacts.Length"/>.</param>
    /// <param name="buffer">Where to put the bytes.</param>
    /// <returns>The bytes, fewer than the buffer holds when the file is shorter.</returns>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ReadOnlySpan<byte> Read(string file, Span<byte> buffer)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return buffer[..RandomAccess.Read(handle, buffer, 0)];
    }
}
