namespace GoToolchain;

/// <summary>How far a long operation has come. Reports come from any thread, at most some twenty a second.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Toolchain">Which toolchain it is about, for example <c>go1.24.4.linux-amd64</c>; null before that is known.</param>
/// <param name="Detail">A few words for people: the source, the lock's holder, the package.</param>
/// <param name="Bytes">Bytes received so far.</param>
/// <param name="TotalBytes">Bytes to receive; null when unknown.</param>
/// <param name="Files">Files written so far.</param>
public sealed record GoProgress(
    GoProgressPhase Phase,
    string? Toolchain = null,
    string? Detail = null,
    long Bytes = 0,
    long? TotalBytes = null,
    int Files = 0
);
