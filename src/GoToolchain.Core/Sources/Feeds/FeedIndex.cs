using System.Text.Json;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Feeds;

/// <summary>
/// The index of a release feed. All that it says is taken for what a stranger says: a file counts when it is an archive and its name is
/// exactly the one that its version and platform give, whatever else the record claims. (The <c>os</c> and <c>arch</c> of real records are wrong now
/// and then: <c>armv6l</c> on other systems than Linux, <c>bootstrap</c>, the same pair twice.)
/// </summary>
internal sealed class FeedIndex
{
    // Listed by go.dev, but never released: the tag was pushed by mistake.
    private const string NeverReleased = "go1.9.2rc2";

    private readonly IReadOnlyList<FeedRelease?> _releases;

    private FeedIndex(IReadOnlyList<FeedRelease?> releases) => _releases = releases;

    /// <summary>Reads an index.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="JsonException">It is no index: the message says why, in a sentence.</exception>
    public static FeedIndex Parse(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (utf8.TrimStart(" \t\r\n"u8) is [(byte)'<', ..])
        {
            throw new JsonException("A web page came in place of the JSON index.");
        }

        if (utf8.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            throw new JsonException("The index came compressed, which nobody asked for.");
        }

        try
        {
            var releases = JsonSerializer.Deserialize(utf8, FeedJson.Default.IReadOnlyListFeedRelease);
            return releases?.Count > 0 ? new FeedIndex(releases) : throw new JsonException("The index lists no release.");
        }
        catch (JsonException e) when (e.LineNumber is not null || e.Path is not null)
        {
            throw new JsonException(
                $"The index is not the JSON of a Go release feed: {e.Message.Split(" Path: ")[0].TrimEnd('.')} (at {e.Path}).",
                e
            );
        }
    }

    /// <summary>
    /// The releases for a platform, each version once. Those without a SHA-256 (up to 1.5.2) are among them, so that people see them; they cannot
    /// be installed from a feed. A file that is listed with two digests is left out: nobody could say which is right.
    /// </summary>
    /// <param name="platform">The platform.</param>
    /// <param name="source">The name of the source.</param>
    public IReadOnlyList<GoRelease> For(GoPlatform platform, string source)
    {
        var found = new Dictionary<string, GoRelease>(StringComparer.Ordinal);
        var contradictory = new HashSet<string>(StringComparer.Ordinal);
        foreach (var release in _releases)
        {
            if (ParseVersion(release?.Version) is not { } version)
            {
                continue;
            }

            var name = FileName(version, platform);
            foreach (var file in release!.Files ?? [])
            {
                if (file is not { Kind: "archive" } || file.Filename != name || (file.Version ?? release.Version) != release.Version)
                {
                    continue;
                }

                Sha256Digest? digest = Sha256Digest.TryParse(file.Sha256, out var parsed) ? parsed : null;
                var offer = new GoRelease(version, platform, source, name, file.Size > 0 ? file.Size : null, digest);
                if (found.TryGetValue(name, out var other) && (other.Digest != offer.Digest || other.Size != offer.Size))
                {
                    contradictory.Add(name);
                }

                found[name] = offer;
            }
        }

        return [.. found.Where(f => !contradictory.Contains(f.Key)).Select(f => f.Value)];
    }

    /// <summary>The name that Go gives to a release archive.</summary>
    /// <param name="version">The version.</param>
    /// <param name="platform">The platform.</param>
    public static string FileName(GoVersion version, GoPlatform platform) =>
        $"{version.ToolchainName}.{platform.Os}-{platform.ReleaseArch}.{platform.ArchiveExtension}";

    private static GoVersion? ParseVersion(string? text) =>
        text is not null
        && text != NeverReleased
        && text.StartsWith("go1", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '_')
        && GoVersion.TryParse(text, out var version)
        && version.ToolchainName == text
            ? version
            : null;
}
