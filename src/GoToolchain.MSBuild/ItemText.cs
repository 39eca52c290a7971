using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild;

/// <summary>
/// MSBuild's escaping of text in items: <c>%3B</c> is a semicolon that does not split a list
/// (https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters). A task that writes a path as it is loses paths with <c>%</c> or <c>;</c>.
/// </summary>
internal static partial class ItemText
{
    private const string Special = "%*?@$();'";

    /// <summary>A new item with exactly this text, and the metadata of another.</summary>
    public static TaskItem Create(string text, ITaskItem? metadata = null)
    {
        var item = new TaskItem(Escape(text));
        metadata?.CopyMetadataTo(item);
        return item;
    }

    /// <summary>Sets metadata to exactly this text.</summary>
    public static void Set(this ITaskItem item, string name, string value) => ((ITaskItem2)item).SetMetadataValueLiteral(name, value);

    /// <summary>A list in metadata: separated by semicolons or line breaks, where <c>%3B</c> does not separate.</summary>
    public static IEnumerable<string> List(this ITaskItem item, string name) =>
        ((ITaskItem2)item)
            .GetMetadataValueEscaped(name)
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Unescape);

    /// <summary>Metadata that is one argument, which go splits by its own rules for quotes. A line break in the project file is only layout.</summary>
    public static string Text(this ITaskItem item, string name) => LineBreak().Replace(item.GetMetadata(name), " ").Trim();

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 12);
        foreach (var c in text)
        {
            _ = Special.Contains(c, StringComparison.Ordinal)
                ? escaped.Append('%').Append(((int)c).ToString("x2", CultureInfo.InvariantCulture))
                : escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            )
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
