using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>A directory of a place's note, made real in a sandbox.</summary>
/// <param name="text">For example <c>$GOENV_ROOT/versions/X.Y.Z</c>.</param>
internal sealed class PlacePattern(string text)
{
    /// <summary>It is one of Windows.</summary>
    public bool IsWindows => text.Contains('\\', StringComparison.Ordinal) || text.StartsWith('%');

    /// <summary>The variable of the environment that it begins with; null: none.</summary>
    public string? Variable =>
        text[0] switch
        {
            '$' => text[1..].Split('/')[0],
            '%' => text[1..].Split('%')[0],
            _ => null,
        };

    /// <summary>Where the GOROOT is.</summary>
    /// <param name="scratch">Holds the sandbox.</param>
    public string Realize(ScratchDirectory scratch)
    {
        var path = text.Replace('\\', '/')
            .Replace("X.Y.Z", "1.24.4", StringComparison.Ordinal)
            .Replace("1.N", "1.24", StringComparison.Ordinal)
            .Replace("go1NN", "go124", StringComparison.Ordinal)
            .Replace("REVISION", "10030", StringComparison.Ordinal)
            .Replace("$USER", "me", StringComparison.Ordinal)
            .Replace("OS", GoPlatform.Host.Os, StringComparison.Ordinal)
            .Replace("ARCH", GoPlatform.Host.Arch, StringComparison.Ordinal);
        return path[0] switch
        {
            '~' => scratch["home" + path[1..]],
            '/' => scratch["system" + path],
            _ => scratch[$"variable{path[path.IndexOfAny(['/', '%'], 1)..].TrimStart('%')}"],
        };
    }
}
