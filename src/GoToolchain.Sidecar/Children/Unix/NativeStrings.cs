using System.Runtime.InteropServices;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>A list of strings as C passes them: pointers to UTF-8, and a null at the end.</summary>
internal sealed class NativeStrings : IDisposable
{
    private readonly int _count;

    public NativeStrings(IReadOnlyList<string> strings)
    {
        _count = strings.Count;
        Pointer = Marshal.AllocHGlobal((_count + 1) * nint.Size);
        for (var i = 0; i < _count; i++)
        {
            Marshal.WriteIntPtr(Pointer, i * nint.Size, Marshal.StringToCoTaskMemUTF8(strings[i]));
        }

        Marshal.WriteIntPtr(Pointer, _count * nint.Size, 0);
    }

    public nint Pointer { get; }

    public void Dispose()
    {
        for (var i = 0; i < _count; i++)
        {
            Marshal.FreeCoTaskMem(Marshal.ReadIntPtr(Pointer, i * nint.Size));
        }

        Marshal.FreeHGlobal(Pointer);
    }
}
