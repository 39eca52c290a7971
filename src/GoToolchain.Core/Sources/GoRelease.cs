using GoToolchain.Verification;

namespace GoToolchain.Sources;

/// <summary>One Go release for one platform, as a source offers it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="FileName">The archive or package: a bare file name, checked.</param>
/// <param name="Size">Bytes to receive; null when the source does not say.</param>
/// <param name="Digest">SHA-256 of the archive; null when the source does not say, or vouches for it in another way.</param>
public sealed record GoRelease(
    GoVersion Version,
    GoPlatform Platform,
    string Source,
    string FileName,
    long? Size = null,
    Sha256Digest? Digest = null
)
{
    /// <summary>The lock file that <see cref="Digest"/> was taken from; null: the source itself says so.</summary>
    public string? PinnedBy { get; init; }

    /// <summary>The name under <c>toolchains/</c>: <c>go1.24.4.linux-amd64</c>.</summary>
    public string ToolchainName => $"{Version.ToolchainName}.{Platform.ToFileName()}";
}
