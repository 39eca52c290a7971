using System.Text;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>C# text with its indentation. Lines end with a line feed on every system, so that the same library has the same bindings everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public override string ToString() => _text.ToString();

    public void Line(string line = "")
    {
        _isFirst = false;
        _ = line.Length == 0 ? _text.Append('\n') : _text.Append(' ', 4 * _depth).Append(line).Append('\n');
    }

    /// <summary>An empty line, except at the beginning of a block.</summary>
    public void Separate()
    {
        if (!_isFirst)
        {
            Line();
        }
    }

    public void Open(string? line = null)
    {
        if (line is not null)
        {
            Line(line);
        }

        Line("{");
        _depth++;
        _isFirst = true;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }
}
