using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>One file of a toolchain.</summary>
/// <param name="Path">Relative to GOROOT, with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Mode">Unix permission bits; on Windows what they would be elsewhere.</param>
/// <param name="Digest">SHA-256 of the content.</param>
public sealed record ManifestEntry(string Path, long Size, UnixFileMode Mode, Sha256Digest Digest);
