using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>What an archive must be.</summary>
/// <param name="FileName">Its bare name; the end says whether it is a <c>.tar.gz</c> or a <c>.zip</c>.</param>
/// <param name="From">Where it comes from, for messages: a URL or a path.</param>
/// <param name="Size">Its exact size in bytes; null when unknown.</param>
/// <param name="Digest">Its SHA-256; null when nobody vouches for it.</param>
public sealed record ArchiveExpectation(string FileName, string From, long? Size, Sha256Digest? Digest)
{
    /// <summary>Unpack it without what no build needs; see <see cref="LeanTree"/>.</summary>
    internal bool IsLean { get; init; }
}
