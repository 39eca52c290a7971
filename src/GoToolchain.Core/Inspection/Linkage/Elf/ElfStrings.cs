using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>The string table of a dynamic section. Strings are read one by one, for the table may have any size.</summary>
/// <param name="source">The file.</param>
/// <param name="offset">Where the table begins in the file.</param>
/// <param name="length">Bytes of the table.</param>
internal sealed class ElfStrings(ByteSource source, long offset, long length)
{
    private const int Piece = 256;

    // What all strings of one file may have together: libc itself needs 3 KB.
    private int _left = 1 << 20;

    /// <summary>Reads a string.</summary>
    /// <param name="start">Where it begins in the table.</param>
    /// <param name="longest">Bytes that it may have.</param>
    /// <exception cref="BinaryDamageException">It is outside the table, too long, or does not end.</exception>
    public string Read(ulong start, int longest)
    {
        Span<byte> piece = stackalloc byte[Piece];
        var bytes = new List<byte>();
        for (var at = start; at < (ulong)length && bytes.Count <= Math.Min(longest, _left); at += Piece)
        {
            var known = piece[..(int)Math.Min(Piece, (ulong)length - at)];
            known = known[..source.Read(offset + (long)at, known)];
            var end = known.IndexOf((byte)0);
            bytes.AddRange(end < 0 ? known : known[..end]);
            if (end >= 0)
            {
                _left -= bytes.Count;
                return Text(bytes);
            }

            if (known.Length < Piece)
            {
                break;
            }
        }

        throw new BinaryDamageException($"a name at {start} in its string table is not there, or too long");
    }

    // A name that moves the cursor of a terminal is none that anybody has given to a library.
    private static string Text(List<byte> bytes)
    {
        var text = Encoding.UTF8.GetString([.. bytes]);
        return text.Any(char.IsControl) ? throw new BinaryDamageException("a name in its string table has control characters") : text;
    }
}
