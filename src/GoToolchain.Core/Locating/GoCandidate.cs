using GoToolchain.Verification;

namespace GoToolchain;

/// <summary>A place that may hold a Go, and what a look at it says.</summary>
public sealed record GoCandidate
{
    /// <summary>
    /// The GOROOT as it was found: links are kept as the user spelled them. For a <c>go</c> on PATH that no GOROOT surrounds: that file.
    /// </summary>
    public required string Root { get; init; }

    /// <summary>The GOROOT with all links resolved; the same as <see cref="Root"/> when there are none or it does not exist.</summary>
    public required string ResolvedRoot { get; init; }

    /// <summary>Every kind of place that led here, first found first.</summary>
    public required IReadOnlyList<GoOrigin> Origins { get; init; }

    /// <summary>The path through which each origin found it, for example the <c>go</c> on PATH. As long as <see cref="Origins"/>.</summary>
    public required IReadOnlyList<string> FoundAs { get; init; }

    /// <summary>Usable, or why not.</summary>
    public required GoVerdict Verdict { get; init; }

    /// <summary>The verdict in words: one sentence; empty when usable.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// For <see cref="GoVerdict.Launcher"/> and <see cref="GoVerdict.Gccgo"/>: the GOROOT or program that it starts, as far as files tell without
    /// running it; else null. A GOROOT is a candidate of its own too.
    /// </summary>
    public string? LeadsTo { get; init; }

    /// <summary>The version in its VERSION file, else in its <c>bin/go</c>; null when neither tells.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>The platform of its compiler; null when it cannot be told.</summary>
    public GoPlatform? Platform { get; init; }

    /// <summary>How far its bytes have been proved, from our receipt; <see cref="GoTrust.Unverified"/> for all that we did not install.</summary>
    public GoTrust Trust { get; init; }

    /// <summary>SHA-256 of the archive that it was installed from, from our receipt; null when there was no single one, or it is not ours.</summary>
    public Sha256Digest? ArchiveDigest { get; init; }

    /// <summary>In our store.</summary>
    public bool IsManaged => Origins.Contains(GoOrigin.Store);
}
