namespace GoToolchain.Locating;

/// <summary>How the directories of Go versions are named.</summary>
internal static class GoNames
{
    /// <summary>A digit follows a prefix: <c>go1.24.4</c>, <c>v1.24</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="prefix">Empty: the name begins with the digit.</param>
    public static bool IsVersion(ReadOnlySpan<char> name, ReadOnlySpan<char> prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]);

    /// <summary>The version that a directory name tells: <c>1.24.4</c>, <c>go1.24.4</c>, <c>v1.24.4</c>, <c>golang-1.24.4</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null when it tells none.</returns>
    public static GoVersion? VersionOf(string name)
    {
        var start = name.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return start >= 0 && GoVersion.TryParse(name[start..], out var version) ? version : null;
    }
}
