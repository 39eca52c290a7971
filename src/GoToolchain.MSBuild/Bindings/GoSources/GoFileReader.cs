namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>Reads the declarations at the top of a Go file; what is inside of functions is passed over.</summary>
internal sealed class GoFileReader
{
    private readonly string _path;
    private readonly string _text;
    private readonly List<GoToken> _comments = [];
    private readonly List<GoToken> _tokens = [];
    private readonly List<GoExport> _exports = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly List<string> _preambles = [];
    private int _at;

    private GoFileReader(string path, string text)
    {
        (_path, _text) = (path, text);
        foreach (var token in GoScanner.Scan(text))
        {
            (token.Kind == GoTokenKind.Comment ? _comments : _tokens).Add(token);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="text">What it says.</param>
    public static GoFile Read(string path, string text)
    {
        var reader = new GoFileReader(path, text);
        reader.ReadDeclarations();
        return new GoFile(path, text, reader._exports, reader._types, reader._preambles);
    }

    private void ReadDeclarations()
    {
        while (_at < _tokens.Count)
        {
            if (_tokens[_at].Is("func"))
            {
                ReadFunction();
            }
            else if (_tokens[_at].Is("type"))
            {
                _at++;
                ReadTypes();
            }
            else if (_tokens[_at].Is("import") && _at + 1 < _tokens.Count && _tokens[_at + 1].Text == "\"C\"")
            {
                _preambles.Add(string.Join('\n', CommentAbove(_tokens[_at].Line).Select(c => c.Text)));
                _at += 2;
            }
            else
            {
                Skip();
            }
        }
    }

    private void ReadFunction()
    {
        var first = _tokens[_at++];
        var parameters = new List<GoParameter>();
        if (Peek("("))
        {
            parameters.AddRange(GoParameterList.Read(Bracketed()).Select(p => p with { Name = "recv" }));
        }

        _at++;
        parameters.AddRange(GoParameterList.Read(Bracketed()));
        var resultsAt = _tokens[_at - 1].Offset + 1;
        var results = Peek("(") ? GoParameterList.Read(Bracketed()) : GoParameterList.Read(TypeBeforeBody());
        var comment = GoComment.Read(CommentAbove(first.Line));
        if (Peek("{") && comment.Export is { } name)
        {
            _exports.Add(
                new GoExport(name, _path, first.Line)
                {
                    Documentation = comment.Text,
                    Directives = comment.Directives,
                    Parameters = parameters,
                    Results = results,
                    Offsets = (resultsAt, _tokens[_at].Offset),
                }
            );
        }

        if (Peek("{"))
        {
            Skip();
        }
    }

    private void ReadTypes()
    {
        if (!Peek("("))
        {
            ReadType();
            return;
        }

        var group = Bracketed();
        var after = _at;
        _at -= group.Count + 1;
        while (_at < after - 1)
        {
            ReadType();
        }

        _at = after;
    }

    // NAME [=] TYPE, up to the end of the line; of a struct that is enough.
    private void ReadType()
    {
        var name = _tokens[_at++];
        if (Peek("="))
        {
            _at++;
        }

        var from = _at;
        while (_at < _tokens.Count && _tokens[_at].Line == name.Line && !Peek(")"))
        {
            Skip();
        }

        _types.TryAdd(name.Text, GoParameterList.Text(_tokens[from.._at]));
    }

    // A result without parentheses: everything before the body, whose brace does not belong to an interface or a struct.
    private List<GoToken> TypeBeforeBody()
    {
        var type = new List<GoToken>();
        while (_at < _tokens.Count && !(Peek("{") && !(type.Count > 0 && (type[^1].Is("interface") || type[^1].Is("struct")))))
        {
            if (type.Count == 0 && _tokens[_at].Line > _tokens[_at - 1].Line)
            {
                // Without a body and without a result.
                break;
            }

            var from = _at;
            Skip();
            type.AddRange(_tokens[from.._at]);
        }

        return type;
    }

    private List<GoToken> Bracketed()
    {
        var from = _at + 1;
        Skip();
        return _tokens[from..Math.Max(from, _at - 1)];
    }

    private bool Peek(string sign) => _at < _tokens.Count && _tokens[_at].Is(sign);

    // One token, or everything up to the bracket that closes it.
    private void Skip()
    {
        var depth = 0;
        do
        {
            depth +=
                _tokens[_at].Kind != GoTokenKind.Sign ? 0
                : _tokens[_at].Text is "(" or "[" or "{" ? 1
                : _tokens[_at].Text is ")" or "]" or "}" ? -1
                : 0;
            _at++;
        } while (depth > 0 && _at < _tokens.Count);
    }

    // The comments that end on the line above, without a blank line between them.
    private List<GoToken> CommentAbove(int line)
    {
        var above = new List<GoToken>();
        for (var i = _comments.FindLastIndex(c => c.Line < line); i >= 0 && _comments[i].LastLine == line - 1; i--)
        {
            above.Insert(0, _comments[i]);
            line = _comments[i].Line;
        }

        return above;
    }
}
