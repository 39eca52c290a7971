using System.Text.Json;
using GoToolchain.Inspection;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Feeds;

/// <summary>A feed in a directory: <c>index.json</c>, and the archives beside it.</summary>
/// <param name="directory">The directory: absolute.</param>
internal sealed class FeedDirectory(string directory) : IFeedPlace
{
    private const long LargestIndex = 64 << 20;

    /// <inheritdoc/>
    public string Address => directory;

    /// <inheritdoc/>
    public bool NeedsNetwork => false;

    /// <inheritdoc/>
    public async Task<FeedIndex> ReadIndexAsync(CancellationToken cancel)
    {
        var file = Path.Combine(directory, "index.json");
        if (!File.Exists(file))
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                Directory.Exists(directory) ? "The directory has no `index.json`." : "There is no such directory.",
                directory,
                "A mirror in a directory needs an `index.json` shaped like https://go.dev/dl/?mode=json beside its archives."
            );
        }

        try
        {
            if (new FileInfo(file).Length > LargestIndex)
            {
                throw Malformed(file, $"The index is larger than {LargestIndex >> 20} MB.", inner: null);
            }

            return FeedIndex.Parse(await File.ReadAllBytesAsync(file, cancel).ConfigureAwait(false));
        }
        catch (JsonException e)
        {
            throw Malformed(file, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e);
        }
    }

    /// <inheritdoc/>
    public async Task<Sha256Digest> ReadDigestAsync(string fileName, CancellationToken cancel)
    {
        var file = Path.Combine(directory, fileName + ".sha256");
        try
        {
            return FileFacts.Of(file) is { Kind: FileKind.File, Length: <= DigestText.LargestFile }
                ? DigestText.Parse(await File.ReadAllBytesAsync(file, cancel).ConfigureAwait(false))
                    ?? throw Malformed(file, "The file does not hold a SHA-256.", inner: null)
                : throw new GoToolchainException(GoErrorCodes.SourceUnavailable, "There is no such file.", file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e);
        }
    }

    /// <inheritdoc/>
    public Task ProbeAsync(string fileName, CancellationToken cancel) =>
        File.Exists(Path.Combine(directory, fileName))
            ? Task.CompletedTask
            : Task.FromException(new GoToolchainException(GoErrorCodes.SourceUnavailable, "There is no such archive.", directory));

    /// <inheritdoc/>
    public async Task<(ReceivedArchive Archive, string From)> ReceiveAsync(
        GoRelease release,
        GoDeliveryContext context,
        CancellationToken cancel
    )
    {
        var file = Path.Combine(directory, release.FileName);
        var expected = new ArchiveExpectation(release.FileName, file, release.Size, release.Digest);
        return (await ArchiveFile.ReceiveAsync(file, expected, context, cancel).ConfigureAwait(false), file);
    }

    private static GoToolchainException Malformed(string file, string problem, Exception? inner) =>
        new(GoErrorCodes.SourceMalformed, problem, file, "Write it anew, shaped like https://go.dev/dl/?mode=json&include=all.", inner);

    private static GoToolchainException Unreadable(string file, Exception e) =>
        new(GoErrorCodes.SourceUnavailable, $"The index cannot be read: {e.Message}", file, "Make it readable for this user.", e);
}
