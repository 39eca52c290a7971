using GoToolchain.Verification;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>A file as it was stored.</summary>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Digest">SHA-256 of its content.</param>
/// <param name="IsNew">The content was not there before.</param>
/// <param name="IsCloned">It shares its blocks with the file, until one of both is written.</param>
internal readonly record struct AddedObject(long Size, Sha256Digest Digest, bool IsNew, bool IsCloned);
