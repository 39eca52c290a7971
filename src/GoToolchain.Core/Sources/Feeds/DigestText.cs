using System.Text;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Feeds;

/// <summary>
/// The content of a <c>FILE.sha256</c>: 64 hexadecimal digits and nothing else, as dl.google.com has it, or a line of <c>sha256sum</c>. go.dev
/// itself answers such an address with a web page and status 200.
/// </summary>
internal static class DigestText
{
    /// <summary>Far above any such file.</summary>
    public const int LargestFile = 4096;

    /// <summary>Reads it.</summary>
    /// <param name="bytes">The content.</param>
    /// <returns>Null when it is something else.</returns>
    public static Sha256Digest? Parse(ReadOnlySpan<byte> bytes)
    {
        var word = Encoding.UTF8.GetString(bytes).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return Sha256Digest.TryParse(word, out var digest) ? digest : null;
    }
}
