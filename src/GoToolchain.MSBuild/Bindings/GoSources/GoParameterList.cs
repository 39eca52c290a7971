namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>Reads what stands between the parentheses of parameters or results: <c>a, b int, c string</c>, or types alone.</summary>
internal static class GoParameterList
{
    private static readonly string[] s_typeWords = ["map", "chan", "func", "struct", "interface"];

    public static IReadOnlyList<GoParameter> Read(IReadOnlyList<GoToken> tokens)
    {
        var parts = Split(tokens);
        if (!parts.Any(IsNamed))
        {
            return [.. parts.Select(p => new GoParameter("", Text(p)))];
        }

        // The type of `a` in `a, b int` comes later.
        var parameters = new List<GoParameter>();
        var type = "";
        foreach (var part in parts.AsEnumerable().Reverse())
        {
            type = part.Count > 1 ? Text(part.Skip(1)) : type;
            parameters.Insert(0, new GoParameter(part[0].Text == "_" ? "" : part[0].Text, type));
        }

        return parameters;
    }

    private static bool IsNamed(List<GoToken> part) =>
        part.Count > 1 && part[0].Kind == GoTokenKind.Name && Array.IndexOf(s_typeWords, part[0].Text) < 0 && !part[1].Is(".");

    /// <summary>Words of a type as one text.</summary>
    public static string Text(IEnumerable<GoToken> tokens)
    {
        var text = "";
        foreach (var token in tokens)
        {
            text += (text.Length > 0 && char.IsLetterOrDigit(text[^1]) && token.Kind == GoTokenKind.Name ? " " : "") + token.Text;
        }

        return text;
    }

    private static List<List<GoToken>> Split(IReadOnlyList<GoToken> tokens)
    {
        var parts = new List<List<GoToken>> { new() };
        var depth = 0;
        foreach (var token in tokens)
        {
            depth +=
                token.Is("(") || token.Is("[") || token.Is("{") ? 1
                : token.Is(")") || token.Is("]") || token.Is("}") ? -1
                : 0;
            if (depth == 0 && token.Is(","))
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(token);
            }
        }

        return [.. parts.Where(p => p.Count > 0)];
    }
}
