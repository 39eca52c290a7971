namespace GoToolchain.Testing;

public sealed partial class FakeGoMirror
{
    /// <summary>The path of the index of the feed.</summary>
    public static string IndexPath => "/";

    /// <summary>A static mirror has its index under <c>/index.json</c> only, and a page of links under <c>/</c>.</summary>
    public bool IsStatic
    {
        get => _feed.IsStatic;
        set => _feed.IsStatic = value;
    }

    /// <summary>
    /// Adds a release with one archive, and lists it in the index with its real size and digest. Its digest is also served under the path of the archive
    /// with <c>.sha256</c> at the end.
    /// </summary>
    /// <param name="version">For example <c>1.24.4</c>.</param>
    /// <param name="archive">The archive; see <see cref="ReleaseArchive"/>.</param>
    /// <param name="platform">Null: this machine's.</param>
    /// <param name="size">Listed in place of the real size.</param>
    /// <param name="sha256">Listed in place of the real digest.</param>
    /// <param name="signature">An armoured OpenPGP signature, served under the path of the archive with <c>.asc</c> at the end; null: there is none.</param>
    /// <returns>The path of the archive.</returns>
    public string AddRelease(
        string version,
        byte[] archive,
        GoPlatform? platform = null,
        long? size = null,
        string? sha256 = null,
        byte[]? signature = null
    )
    {
        ArgumentNullException.ThrowIfNull(archive);
        platform ??= GoPlatform.Host;
        return _feed.Add(version, archive, platform, size, sha256, signature);
    }
}
