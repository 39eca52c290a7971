using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.Environments;

/// <summary>
/// The defaults that were compiled into a Go. They stand in two files of its tree that <c>go tool dist</c> wrote when it was built:
/// internal/buildcfg/zbootstrap.go and cmd/go/internal/cfg/zdefaultcc.go. Where a file is missing, the defaults of the official releases are taken.
/// </summary>
/// <param name="root">GOROOT; null: none.</param>
internal sealed class GoBuildDefaults(string? root)
{
    private const int MostBytes = 1 << 16;
    private readonly Lazy<string[]> _constants = new(() => Read(root, "src/internal/buildcfg/zbootstrap.go"));
    private readonly Lazy<string[]> _compilers = new(() => Read(root, "src/cmd/go/internal/cfg/zdefaultcc.go"));

    /// <summary>The default of a variable such as GOAMD64.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="otherwise">Of the official releases.</param>
    public string Of(string name, string otherwise)
    {
        // const DefaultGOAMD64 = `v1`
        foreach (var line in _constants.Value)
        {
            var words = line.Split(' ', 4);
            if (words is ["const", var constant, "=", var value] && constant.Equals("default" + name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Trim('`', '"');
            }
        }

        return otherwise;
    }

    /// <summary>The default C compiler (<c>DefaultCC</c>, <c>DefaultCXX</c>).</summary>
    /// <param name="function">Its function: <c>DefaultCC</c> or <c>DefaultCXX</c>.</param>
    /// <param name="target">The platform to compile for.</param>
    public string Compiler(string function, GoPlatform target)
    {
        var isInside = false;
        var applies = false;
        foreach (var line in _compilers.Value.Select(l => l.Trim()))
        {
            if (line.StartsWith("func ", StringComparison.Ordinal))
            {
                isInside = line.StartsWith($"func {function}(", StringComparison.Ordinal);
                applies = true;
            }
            else if (!isInside)
            {
                continue;
            }
            else if (line.StartsWith("case ", StringComparison.Ordinal))
            {
                applies =
                    line.Contains($"\"{target}\"", StringComparison.Ordinal) || line.Contains($"\"{target.Os}\"", StringComparison.Ordinal);
            }
            else if (line == "}")
            {
                applies = true;
            }
            else if (applies && line.StartsWith("return ", StringComparison.Ordinal))
            {
                return line["return ".Length..].Trim('"');
            }
        }

        var isClang = target.Os is "darwin" or "ios" or "freebsd" or "openbsd";
        return (function, isClang) switch
        {
            ("DefaultCC", true) => "clang",
            ("DefaultCC", false) => "gcc",
            (_, true) => "clang++",
            _ => "g++",
        };
    }

    private static string[] Read(string? root, string path)
    {
        if (root is null)
        {
            return [];
        }

        try
        {
            var file = Path.Combine(root, path);
            return FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 }
                ? Encoding.UTF8.GetString(FileHead.Read(file, new byte[MostBytes])).Split('\n')
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // That the tree is damaged is said by whoever checks the tree.
            return [];
        }
    }
}
