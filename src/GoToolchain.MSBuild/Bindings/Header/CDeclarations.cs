namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>Reads C declarations one after the other; what it does not understand is passed over, up to its semicolon or brace.</summary>
internal sealed class CDeclarations(CHeader header, List<string> tokens)
{
    private readonly CDeclarator _declarator = new(header, tokens);

    public void Read(bool functions)
    {
        while (_declarator.At < tokens.Count)
        {
            var start = _declarator.At;
            switch (tokens[start])
            {
                case "typedef":
                    _declarator.At++;
                    ReadTypedef();
                    break;
                case "struct" or "enum" when !functions || IsDefinition(start):
                    _ = _declarator.Type();
                    break;
                case "extern" when functions:
                    _declarator.At++;
                    ReadFunction();
                    break;
            }

            PassOver();
        }
    }

    private bool IsDefinition(int at) => at + 2 < tokens.Count && (tokens[at + 1] == "{" || tokens[at + 2] == "{");

    private void ReadTypedef()
    {
        var from = _declarator.At;
        if (_declarator.Type() is not { } type || _declarator.Declare(type) is not { Name.Length: > 0 } declared)
        {
            return;
        }

        // `typedef struct { … } name`: the structure has no other name.
        if (declared.Type is CDeclared { Name: var tag } && tag.StartsWith(CDeclarator.Unnamed, StringComparison.Ordinal))
        {
            _declarator.Rename(tag, declared.Name);
            header.Types.TryAdd(declared.Name, new CDeclared(declared.Name));
        }
        else if (from < _declarator.At)
        {
            header.Types.TryAdd(declared.Name, new CAlias(declared.Name, declared.Type));
        }
    }

    private void ReadFunction()
    {
        if (
            _declarator.Type() is { } type
            && _declarator.Pointers(type) is var result
            && _declarator.At + 1 < tokens.Count
            && tokens[_declarator.At + 1] == "("
        )
        {
            var name = tokens[_declarator.At];
            _declarator.At += 2;
            header.Functions.Add(new CFunction(name, result, _declarator.Parameters()));
        }
    }

    private void PassOver()
    {
        var depth = 0;
        while (_declarator.At < tokens.Count)
        {
            var token = tokens[_declarator.At++];
            depth +=
                token is "{" ? 1
                : token is "}" ? -1
                : 0;
            if ((depth <= 0 && token is ";") || (depth <= 0 && token is "}"))
            {
                return;
            }
        }
    }
}
