using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>A verified, unpacked archive.</summary>
/// <param name="Root">The single top directory (<c>go</c>) in it: absolute.</param>
/// <param name="Digest">SHA-256 of the archive.</param>
/// <param name="Manifest">Every file.</param>
internal sealed record ReceivedArchive(string Root, Sha256Digest Digest, Manifest Manifest);
