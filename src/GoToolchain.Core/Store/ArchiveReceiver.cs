using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>Reads an archive once: hashes, keeps and unpacks it at the same time.</summary>
internal static class ArchiveReceiver
{
    /// <summary>Reads the archive to its end and unpacks it into an empty directory.</summary>
    /// <param name="body">The bytes of the archive, from its first on.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="directory">An empty directory to unpack into.</param>
    /// <param name="keepAs">Where to keep the verified archive; null: it is not kept.</param>
    /// <param name="progress">Where to report bytes and files.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">The bytes are not what was promised (<c>GOTC2004</c>, <c>GOTC2005</c>).</exception>
    public static Task<ReceivedArchive> ReceiveAsync(
        Stream body,
        ArchiveExpectation expected,
        string directory,
        string? keepAs,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    ) => throw new NotImplementedException();
}

/// <summary>A verified, unpacked archive.</summary>
/// <param name="Root">The single top directory (<c>go</c>) in it: absolute.</param>
/// <param name="Digest">SHA-256 of the archive.</param>
/// <param name="Manifest">Every file.</param>
internal sealed record ReceivedArchive(string Root, Sha256Digest Digest, Manifest Manifest);
