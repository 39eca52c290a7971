using System.Text;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>Text as C writes it between quotes, which is how strace prints paths.</summary>
internal static class CText
{
    /// <summary>Replaces escapes by the bytes that they stand for; what is no UTF-8 then becomes a replacement character.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
                continue;
            }

            i++;
            if (text[i] is >= '0' and <= '7')
            {
                var (value, digits) = (0, 0);
                for (; digits < 3 && i + digits < text.Length && text[i + digits] is >= '0' and <= '7'; digits++)
                {
                    value = (value * 8) + text[i + digits] - '0';
                }

                i += digits - 1;
                bytes.Add((byte)value);
            }
            else
            {
                bytes.Add(
                    text[i] switch
                    {
                        'n' => (byte)'\n',
                        't' => (byte)'\t',
                        'r' => (byte)'\r',
                        'v' => (byte)'\v',
                        'f' => (byte)'\f',
                        var other => (byte)other,
                    }
                );
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
