using GoToolchain.Verification;

namespace GoToolchain;

/// <summary>One release archive that a lock file pins.</summary>
/// <param name="Version">The version.</param>
/// <param name="Platform">The platform.</param>
/// <param name="FileName">The archive: the bare file name that Go gives it.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Digest">Its SHA-256.</param>
public sealed record GoLockedToolchain(GoVersion Version, GoPlatform Platform, string FileName, long Size, Sha256Digest Digest)
{
    /// <summary>The name under <c>toolchains/</c>: <c>go1.24.4.linux-amd64</c>.</summary>
    public string ToolchainName => $"{Version.ToolchainName}.{Platform.ToFileName()}";
}
