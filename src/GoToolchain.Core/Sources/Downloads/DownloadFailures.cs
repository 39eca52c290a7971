namespace GoToolchain.Sources.Downloads;

/// <summary>What a failed delivery says about the bytes that have come.</summary>
internal static class DownloadFailures
{
    extension(GoToolchainException failure)
    {
        /// <summary>The bytes are not those that they should be, so that nobody must go on with them.</summary>
        public bool IsBadContent =>
            failure.Code == GoErrorCodes.DigestMismatch
            || failure.Code == GoErrorCodes.ArchiveRefused
            || failure.Code == GoErrorCodes.SourceMalformed;
    }
}
