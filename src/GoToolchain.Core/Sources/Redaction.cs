using System.Text.RegularExpressions;

namespace GoToolchain.Sources;

/// <summary>Keeps passwords out of messages.</summary>
internal static partial class Redaction
{
    /// <summary>The text with <c>user:password@</c> removed from every URL in it.</summary>
    /// <param name="text">A message, URL or command line.</param>
    public static string WithoutPasswords(string text) => Credentials().Replace(text, "$1");

    [GeneratedRegex(@"\b([a-z][a-z0-9+.-]*:/{1,2})[^/\s@'""]*(?:@[^/\s@'""]*)*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();
}
