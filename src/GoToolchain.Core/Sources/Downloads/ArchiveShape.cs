using GoToolchain.Store;

namespace GoToolchain.Sources.Downloads;

/// <summary>What can be told about an archive before it is read to its end.</summary>
internal static class ArchiveShape
{
    /// <summary>The first two bytes are those of the format that the name tells: gzip (RFC 1952) or zip.</summary>
    /// <param name="head">Two bytes or more.</param>
    /// <param name="expected">What it must be.</param>
    public static bool Fits(ReadOnlySpan<byte> head, ArchiveExpectation expected) =>
        expected.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? head.StartsWith("PK"u8) : head is [0x1f, 0x8b, ..];

    /// <summary>The refusal of something that is no archive at all.</summary>
    /// <param name="expected">What it must be.</param>
    /// <param name="head">Its first bytes.</param>
    public static GoToolchainException NotAnArchive(ArchiveExpectation expected, ReadOnlySpan<byte> head)
    {
        var page = head is [(byte)'<', ..] or [(byte)'\r' or (byte)'\n', (byte)'<', ..];
        return new GoToolchainException(
            GoErrorCodes.SourceMalformed,
            page ? "A web page came in place of the archive." : "What came in place of the archive is not one.",
            expected.From,
            "A captive portal, a proxy or the error page of a mirror may be in the way: open that address in a browser, or use another mirror."
        );
    }

    /// <summary>The refusal of an archive of another size than announced.</summary>
    /// <param name="expected">What it must be.</param>
    /// <param name="actual">Bytes it has.</param>
    public static GoToolchainException WrongSize(ArchiveExpectation expected, long actual) =>
        new(
            GoErrorCodes.DigestMismatch,
            $"The archive has {actual:N0} bytes, and {expected.Size:N0} were announced, so it was cut off or replaced.",
            expected.From,
            "The mirror holds another file than its index says: use another mirror."
        );
}
