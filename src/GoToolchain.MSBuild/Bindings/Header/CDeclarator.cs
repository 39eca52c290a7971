using System.Globalization;

namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>Reads types and the names that they are given.</summary>
internal sealed class CDeclarator(CHeader header, List<string> tokens)
{
    /// <summary>What the name of a structure without one begins with.</summary>
    public const string Unnamed = "struct #";

    private static readonly HashSet<string> s_qualifiers = new(StringComparer.Ordinal)
    {
        "const",
        "volatile",
        "restrict",
        "extern",
        "static",
        "inline",
        "register",
        "__extension__",
        "__restrict",
        "__inline",
        "_Noreturn",
    };

    // Parts of C's own types, which may stand in any order.
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "signed",
        "unsigned",
        "char",
        "short",
        "int",
        "long",
        "float",
        "double",
        "_Complex",
    };

    private int _unnamed = header.Structs.Count + header.Enums.Count;

    /// <summary>The next token.</summary>
    public int At { get; set; }

    private string Current() => At < tokens.Count ? tokens[At] : "";

    /// <summary>A type without the pointers, arrays and names that follow it; null where none begins.</summary>
    public CType? Type()
    {
        SkipQualifiers();
        CType? type =
            Current() is "struct" or "union" ? Structure()
            : Current() is "enum" ? Enumeration()
            : s_words.Contains(Current()) ? Words()
            : Current().Length > 0 && (char.IsAsciiLetter(Current()[0]) || Current()[0] == '_') ? Named(tokens[At++])
            : null;
        SkipQualifiers();
        return type;
    }

    /// <summary>The stars after a type.</summary>
    public CType Pointers(CType type)
    {
        for (; Current() == "*"; SkipQualifiers())
        {
            At++;
            type = new CPointer(type);
        }

        return type;
    }

    /// <summary>What follows a type: <c>*name</c>, <c>name[4]</c>, <c>(*name)(int)</c>.</summary>
    public CParameter Declare(CType type)
    {
        type = Pointers(type);
        if (Current() == "(" && At + 1 < tokens.Count && tokens[At + 1] == "*")
        {
            At += 2;
            var function = Current() == ")" ? "" : tokens[At++];
            // `)(`
            At += 2;
            return new CParameter(function, new CFunctionPointer(type, Parameters()));
        }

        var name = Current().Length > 0 && (char.IsAsciiLetter(Current()[0]) || Current()[0] == '_') ? tokens[At++] : "";
        var lengths = new Stack<int?>();
        while (Current() == "[")
        {
            lengths.Push(
                int.TryParse(tokens[At + 1], CultureInfo.InvariantCulture, out var length) && tokens[At + 2] == "]" ? length : null
            );
            At = tokens.IndexOf("]", At) + 1;
        }

        foreach (var length in lengths)
        {
            type = length is { } known ? new CArray(type, known) : new CUnknown("an array whose length is no number");
        }

        return new CParameter(name, type);
    }

    /// <summary>The parameters up to and with the parenthesis that closes them.</summary>
    public IReadOnlyList<CParameter> Parameters()
    {
        var parameters = new List<CParameter>();
        while (At < tokens.Count && Current() != ")")
        {
            var from = At;
            var parameter = Type() is { } type ? Declare(type) : new CParameter("", new CUnknown(Current()));
            if (parameter is not { Name: "", Type: CPrimitive { CSharp: "void" } })
            {
                // An array as a parameter is a pointer.
                parameters.Add(parameter.Type is CArray array ? parameter with { Type = new CPointer(array.Of) } : parameter);
            }

            if (Current() == "," || At == from)
            {
                At++;
            }
        }

        At++;
        return parameters;
    }

    /// <summary>Gives what was declared without a name the one of its typedef.</summary>
    public void Rename(string from, string to)
    {
        for (var i = 0; i < header.Structs.Count; i++)
        {
            if (header.Structs[i].Name == from)
            {
                header.Structs[i] = header.Structs[i] with { Name = to };
            }
        }

        for (var i = 0; i < header.Enums.Count; i++)
        {
            if (header.Enums[i].Name == from)
            {
                header.Enums[i] = header.Enums[i] with { Name = to };
            }
        }
    }

    private void SkipQualifiers()
    {
        while (s_qualifiers.Contains(Current()))
        {
            At++;
        }
    }

    private CType Named(string name) => header.Types.TryGetValue(name, out var type) ? type : new CUnknown(name);

    private CType Words()
    {
        var words = new List<string>();
        for (; s_words.Contains(Current()) || s_qualifiers.Contains(Current()); At++)
        {
            words.Add(Current());
        }

        words.RemoveAll(s_qualifiers.Contains);
        var sign =
            words.Contains("unsigned") ? "unsigned "
            : words.Contains("signed") && words.Contains("char") ? "signed "
            : "";
        words.RemoveAll(w => w is "signed" or "unsigned");
        if (words.Count == 0 || (words.Count > 1 && words.Any(w => w is "short" or "long") && !words.Contains("double")))
        {
            words.Remove("int");
        }

        return Named(sign + (words.Count == 0 ? "int" : string.Join(' ', words)));
    }

    private CType Structure()
    {
        var kind = tokens[At++];
        var name = Current() == "{" ? $"{Unnamed}{_unnamed++}" : $"{kind} {tokens[At++]}";
        if (Current() != "{")
        {
            return new CDeclared(name);
        }

        At++;
        // First, so that it stands before those that its fields need: the order of the source is the order of the end.
        List<CParameter>? fields = kind == "struct" ? [] : null;
        while (At < tokens.Count && Current() != "}")
        {
            fields = Field(fields);
        }

        At++;
        if (header.Structs.All(s => s.Name != name))
        {
            header.Structs.Add(new CStruct(name, fields));
        }

        return new CDeclared(name);
    }

    private List<CParameter>? Field(List<CParameter>? fields)
    {
        var from = At;
        var type = Type();
        while (type is not null)
        {
            var field = Declare(type);
            fields?.Add(field);
            if (Current() != ",")
            {
                break;
            }

            At++;
        }

        if (Current() == ";" && type is not null && At > from)
        {
            At++;
            return fields;
        }

        // A field of bits, or something that is not understood.
        At = tokens.IndexOf(";", At) is >= 0 and var end ? end + 1 : tokens.Count;
        return null;
    }

    private CType Enumeration()
    {
        At++;
        var name = Current() == "{" ? $"{Unnamed}{_unnamed++}" : "enum " + tokens[At++];
        if (Current() != "{")
        {
            return new CDeclared(name);
        }

        At++;
        var members = new List<(string Name, string? Value)>();
        while (At < tokens.Count && Current() != "}")
        {
            var member = tokens[At++];
            string? value = null;
            for (At += Current() == "=" ? 1 : 0; Current() is not ("," or "}" or ""); At++)
            {
                value = (value is null ? "" : value + " ") + Current();
            }

            members.Add((member, value));
            At += Current() == "," ? 1 : 0;
        }

        At++;
        header.Enums.Add(new CEnum(name, members));
        return new CDeclared(name);
    }
}
