using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Inspection.Binaries;

/// <summary>The bytes of a file on disk.</summary>
internal sealed class FileByteSource : ByteSource
{
    private readonly SafeFileHandle _file;

    private FileByteSource(SafeFileHandle file)
        : base(RandomAccess.GetLength(file)) => _file = file;

    /// <summary>Opens a file.</summary>
    /// <param name="file">A regular file: opening a pipe would wait for its writer; see <see cref="FileFacts.Length"/>.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileByteSource Open(string file)
    {
        var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return new FileByteSource(handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    protected override int ReadCore(long offset, Span<byte> target) => RandomAccess.Read(_file, target, offset);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
