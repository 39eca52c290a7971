using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>
/// Reads the header that cgo writes (cmd/cgo/out.go): first the C of the preambles as their authors wrote it, of which the declarations of
/// types are read; then cgo's own types, which are known; then the exports.
/// </summary>
internal static partial class CHeaderReader
{
    private const string BeginOfPrologue = "/* Start of boilerplate cgo prologue.";
    private const string EndOfPrologue = "/* End of boilerplate cgo prologue.";

    /// <summary>Reads it.</summary>
    /// <param name="text">All of it; empty when there is none.</param>
    public static CHeader Read(string text)
    {
        var header = new CHeader();
        var begin = text.IndexOf(BeginOfPrologue, StringComparison.Ordinal);
        var end = text.IndexOf(EndOfPrologue, StringComparison.Ordinal);
        if (begin >= 0 && end > begin)
        {
            new CDeclarations(header, Tokens(text[..begin])).Read(functions: false);
            new CDeclarations(header, Tokens(text[end..])).Read(functions: true);
        }

        return header;
    }

    private static List<string> Tokens(string text)
    {
        var plain = Comment().Replace(text, " ");
        plain = Preprocessor().Replace(plain, "");
        // Only the opening half remains of the block around the exports.
        plain = plain.Replace("extern \"C\" {", "", StringComparison.Ordinal);
        return [.. Token().Matches(plain).Select(m => m.Value)];
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*#(?:[^\n]*\\\r?\n)*[^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Preprocessor();

    [GeneratedRegex("""[A-Za-z_]\w*|\d[\w.]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|<<|>>|\S""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
