using System.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>Names from a file that may be hostile, for messages: short, and without anything that moves a cursor.</summary>
internal static class Printable
{
    private const int Longest = 40;

    /// <summary>The visible ASCII of a name; <c>?</c> for the rest.</summary>
    public static string Of(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder(Longest);
        foreach (var b in name[..Math.Min(name.Length, Longest)])
        {
            text.Append(b is > 0x20 and < 0x7f ? (char)b : '?');
        }

        return text.ToString();
    }
}
