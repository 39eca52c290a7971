using GoToolchain.Sources.Feeds;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources;

/// <summary>One release archive on this machine. What it is, its name tells; a <c>FILE.sha256</c> beside it vouches for it.</summary>
internal sealed class ArchiveFileSource : IArchiveSource
{
    private static readonly string[] s_extensions = [".tar.gz", ".zip"];

    private readonly string _file;
    private readonly string _digestFile;

    /// <summary>Looks at the file.</summary>
    /// <param name="file">The archive: absolute.</param>
    /// <exception cref="GoToolchainException">Its name is not that of a release archive, or there is no such file.</exception>
    public ArchiveFileSource(string file)
    {
        _file = file;
        _digestFile = file + ".sha256";
        var name = Path.GetFileName(file);
        var (version, platform) = Parse(name) ?? throw NotARelease(file);
        if (!File.Exists(file))
        {
            throw new GoToolchainException(GoErrorCodes.SourceUnavailable, "There is no such archive.", file, "Check its name.");
        }

        Release = new GoRelease(version, platform, Name, name, new FileInfo(file).Length, ReadDigest());
    }

    /// <summary>The only release that this source has.</summary>
    public GoRelease Release { get; }

    /// <inheritdoc/>
    public string Name => _file;

    /// <inheritdoc/>
    public bool NeedsNetwork => false;

    /// <inheritdoc/>
    public Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<GoRelease>>(platform == Release.Platform ? [Release] : []);

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        var expected = new ArchiveExpectation(release.FileName, _file, release.Size, release.Digest);
        var archive = await ArchiveFile.ReceiveAsync(_file, expected, context, cancel).ConfigureAwait(false);
        return release.Digest is null
            ? new GoDelivery(archive.Root, GoTrust.Unverified, _file, "nobody", archive.Digest, archive.Manifest)
            : new GoDelivery(archive.Root, GoTrust.FeedChecksum, _file, _digestFile, archive.Digest, archive.Manifest);
    }

    /// <summary>What the name of a release archive says: <c>go1.24.4.linux-amd64.tar.gz</c>.</summary>
    /// <param name="name">The bare file name.</param>
    /// <returns>Null when it is none.</returns>
    internal static (GoVersion Version, GoPlatform Platform)? Parse(string name)
    {
        var extension = s_extensions.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal));
        var stem = extension is null ? "" : name[..^extension.Length];
        var dot = stem.LastIndexOf('.');
        var word = stem[(dot + 1)..];
        if (
            dot <= 0
            || !GoPlatform.TryParse(word == "linux-armv6l" ? "linux-arm" : word, out var platform)
            || !GoVersion.TryParse(stem[..dot], out var version)
        )
        {
            return null;
        }

        return FeedIndex.FileName(version, platform) == name ? (version, platform) : null;
    }

    private Sha256Digest? ReadDigest()
    {
        if (!File.Exists(_digestFile))
        {
            return null;
        }

        // The bare digits, or a line of sha256sum: `DIGITS  NAME`.
        string text;
        try
        {
            text = File.ReadAllText(_digestFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"It cannot be read: {e.Message}",
                _digestFile,
                "Make it readable.",
                e
            );
        }

        return Sha256Digest.TryParse(
            text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(),
            out var digest
        )
            ? digest
            : throw new GoToolchainException(
                GoErrorCodes.SourceMalformed,
                "The file does not hold a SHA-256 of 64 hexadecimal digits.",
                _digestFile,
                "Get it anew, or remove it to install the archive unverified."
            );
    }

    private static GoToolchainException NotARelease(string file) =>
        new(
            GoErrorCodes.InvalidVersion,
            "The name of the file does not tell which Go it is.",
            file,
            "Give it the name of the release, such as `go1.24.4.linux-amd64.tar.gz` or `go1.24.4.windows-amd64.zip`."
        );
}
