namespace GoToolchain.Testing.Mirrors;

/// <summary>
/// Module paths and versions as they stand in URLs: <c>!x</c> for each upper-case letter, since not every file system tells the two apart
/// (https://go.dev/ref/mod#goproxy-protocol).
/// </summary>
internal static class EscapedPath
{
    public static string Of(string path) =>
        string.Concat(path.Select(c => char.IsAsciiLetterUpper(c) ? "!" + char.ToLowerInvariant(c) : c.ToString()));
}
