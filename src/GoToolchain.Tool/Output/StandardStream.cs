using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GoToolchain.Tool.Output;

/// <summary>
/// stdout or stderr of a Unix process, by <c>write(2)</c>. The streams of <see cref="Console"/> put a terminal into its keypad mode at the first
/// byte, with an escape sequence that <c>NO_COLOR</c> does not stop; a <see cref="FileStream"/> writes at an offset of its own, so that a child
/// which shares the file would write over it.
/// </summary>
/// <param name="descriptor">1 or 2.</param>
internal sealed partial class StandardStream(int descriptor) : Stream
{
    private const int Interrupted = 4; // EINTR
    private const int BrokenPipe = 32; // EPIPE
    private static readonly int s_again = OperatingSystem.IsLinux() ? 11 : 35; // EAGAIN

    public static Stream Out => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1);

    public static Stream Error => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(2);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var written = WriteCore(descriptor, buffer, buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case BrokenPipe:
                    return; // The reader has seen enough (`| head`): nothing that anybody has to hear about.
                case var error when error == s_again:
                    Thread.Sleep(5); // Somebody who shares the terminal has made it non-blocking.
                    break;
                case var _ when descriptor == 2:
                    return; // There is no place left to complain to.
                case var error:
                    var reason = new Win32Exception(error);
                    throw new GoToolchainException(
                        GoErrorCodes.OutputNotWritable,
                        $"{(descriptor == 1 ? "stdout" : "stderr")} cannot be written: {reason.Message}.",
                        nextStep: "Send it to a place that can be written.",
                        inner: reason
                    );
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint WriteCore(int descriptor, ReadOnlySpan<byte> buffer, nint count);
}
