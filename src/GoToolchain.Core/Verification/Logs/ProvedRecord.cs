namespace GoToolchain.Verification.Logs;

/// <summary>A record that is in a log, proved.</summary>
/// <param name="Record">The record.</param>
/// <param name="Head">The head that proves it: of the newest log that was seen.</param>
/// <param name="Place">Where it comes from: an address, or the store.</param>
internal sealed record ProvedRecord(LogRecord Record, TreeHead Head, string Place);
