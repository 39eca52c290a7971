using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Store;

/// <summary>A file that did not exist before, open for writing.</summary>
internal sealed class NewFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly FileAttributesToSet _attributes;
    private long _position;

    private NewFile(SafeFileHandle handle, FileAttributesToSet attributes) => (_handle, _attributes) = (handle, attributes);

    /// <summary>Creates it; an existing one of that name is an error.</summary>
    public static NewFile Create(string path, FileAttributesToSet attributes)
    {
#pragma warning disable CA2000 // The new object owns it.
        return new NewFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), attributes);
#pragma warning restore CA2000
    }

    /// <summary>Appends.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, _position);
        _position += bytes.Length;
    }

    /// <summary>Sets mode and time, and closes.</summary>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_handle, _attributes.Mode);
        }

        File.SetLastWriteTimeUtc(_handle, _attributes.Time.UtcDateTime);
        _handle.Dispose();
    }
}
