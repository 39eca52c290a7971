using System.Buffers.Binary;
using System.Text;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>
/// Build information in the format before Go 1.18: pointers to two Go strings, which follow it here. Such a Go cannot be had from a distribution any
/// more, so the format is made by hand; real <c>go version -m</c>, which still knows it, is the judge of whether it was made well.
/// </summary>
internal static class OldBlob
{
    private const string Frame = "0123456789abcdef";

    /// <summary>Makes it.</summary>
    /// <param name="address">Where it will be loaded to.</param>
    /// <param name="pointerSize">4 or 8.</param>
    /// <param name="isLittle">The byte order of the pointers.</param>
    /// <param name="version">The Go version.</param>
    /// <param name="modules">The lines about modules, each with its end.</param>
    public static byte[] Create(ulong address, int pointerSize, bool isLittle, string version, string modules)
    {
        var framed = Encoding.UTF8.GetBytes(modules.Length == 0 ? "" : Frame + modules + Frame);
        var name = Encoding.UTF8.GetBytes(version);
        var headers = 32;
        var text = headers + (4 * pointerSize);
        var blob = new byte[text + name.Length + framed.Length];
        byte[] magic = [0xff, .. " Go buildinf:"u8, (byte)pointerSize, isLittle ? (byte)0 : (byte)1];
        magic.CopyTo(blob, 0);
        Put(16, address + (ulong)headers);
        Put(16 + pointerSize, address + (ulong)headers + (ulong)(2 * pointerSize));
        Put(headers, address + (ulong)text);
        Put(headers + pointerSize, (ulong)name.Length);
        Put(headers + (2 * pointerSize), address + (ulong)(text + name.Length));
        Put(headers + (3 * pointerSize), (ulong)framed.Length);
        name.CopyTo(blob, text);
        framed.CopyTo(blob, text + name.Length);
        return blob;

        void Put(int offset, ulong value)
        {
            var target = blob.AsSpan(offset, pointerSize);
            switch (pointerSize, isLittle)
            {
                case (4, true):
                    BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)value);
                    break;
                case (4, false):
                    BinaryPrimitives.WriteUInt32BigEndian(target, (uint)value);
                    break;
                case (_, true):
                    BinaryPrimitives.WriteUInt64LittleEndian(target, value);
                    break;
                default:
                    BinaryPrimitives.WriteUInt64BigEndian(target, value);
                    break;
            }
        }
    }
}
