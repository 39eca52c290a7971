using Tomlyn;
using Tomlyn.Parsing;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>
/// <c>mise.toml</c> or <c>.mise.toml</c> (https://mise.jdx.dev/configuration.html): <c>go</c>, <c>golang</c> or <c>core:go</c> under
/// <c>[tools]</c>: a string, a list of which the first counts, or a table with <c>version</c>.
/// </summary>
internal static class MiseFile
{
    public static VersionStatement? Find(string directory)
    {
        foreach (var name in new[] { "mise.toml", ".mise.toml" })
        {
            var file = Path.Combine(directory, name);
            if (ProjectText.Read(file) is { } text && Parse(text, file) is { } statement)
            {
                return statement;
            }
        }

        return null;
    }

    public static VersionStatement? Parse(string text, string file)
    {
        // Null stands for what has no name: the document and the items of a list.
        var path = new Stack<string?>();
        string? name = null;
        VersionStatement? found = null;
        var parser = TomlParser.Create(text);
        try
        {
            while (parser.MoveNext())
            {
                var current = parser.Current;
                switch (current.Kind)
                {
                    case TomlParseEventKind.PropertyName:
                        name = parser.GetPropertyName();
                        break;
                    case TomlParseEventKind.StartTable or TomlParseEventKind.StartArray:
                        path.Push(name);
                        name = null;
                        break;
                    case TomlParseEventKind.EndTable or TomlParseEventKind.EndArray:
                        path.Pop();
                        break;
                    case TomlParseEventKind.String or TomlParseEventKind.Float or TomlParseEventKind.Integer:
                        if (found is null && NamesGo(path, name))
                        {
                            found = Take(current, parser, file);
                        }

                        name = null;
                        break;
                    default:
                        break;
                }
            }
        }
        catch (TomlException e)
        {
            throw VersionStatement.Refuse($"{file}:{e.Line ?? 1}", $"Not TOML: {e.Message}", inner: e);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // Tomlyn 2.10.2 meets a file that ends within an escape with this exception instead of its own.
            var lastLine = ProjectText.Lines(text).Length;
            throw VersionStatement.Refuse($"{file}:{lastLine}", "Not TOML: the file ends within an escape sequence.", inner: e);
        }

        return found;
    }

    private static VersionStatement Take(TomlParseEvent current, TomlParser parser, string file)
    {
        var line = current.Line;
        return current.Kind == TomlParseEventKind.String
            ? VersionStatement.ParseForeign(parser.GetString().Trim(), file, line)
            : throw VersionStatement.Refuse(
                $"{file}:{line}",
                "The version is a number, for which 1.2 and 1.20 are the same.",
                "Put it in quotes."
            );
    }

    private static bool NamesGo(IEnumerable<string?> outwards, string? name)
    {
        var path = outwards.Reverse().Append(name).Where(n => n is not null).ToArray();
        return path is ["tools", "go" or "golang" or "core:go"] or ["tools", "go" or "golang" or "core:go", "version"];
    }
}
