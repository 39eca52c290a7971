using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources;

/// <summary>What a source has put into the staging directory.</summary>
/// <param name="Root">The GOROOT inside the staging directory: absolute.</param>
/// <param name="Trust">How far its bytes have been proved.</param>
/// <param name="From">The URL, file or package that it came from, for the receipt.</param>
/// <param name="VouchedBy">Who vouches for the bytes: the URL of the feed, the suite whose signature was checked.</param>
/// <param name="ArchiveDigest">SHA-256 of the archive; null when there was no single one.</param>
/// <param name="Manifest">Every file of the tree when the source hashed while it unpacked; null: the store makes it from the tree.</param>
public sealed record GoDelivery(
    string Root,
    GoTrust Trust,
    string From,
    string VouchedBy,
    Sha256Digest? ArchiveDigest = null,
    Manifest? Manifest = null
);
