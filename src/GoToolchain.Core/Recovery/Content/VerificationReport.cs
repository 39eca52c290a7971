namespace GoToolchain.Recovery.Content;

/// <summary>Whether the files of a GOROOT are what they should be, and who says so.</summary>
/// <param name="Root">GOROOT: absolute.</param>
/// <param name="Content">How it compares.</param>
public sealed record VerificationReport(string Root, ContentReport Content)
{
    /// <summary>Its version; null when nothing tells it.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>Its platform.</summary>
    public required GoPlatform Platform { get; init; }

    /// <summary>What it was compared with.</summary>
    public required ContentBasis Basis { get; init; }

    /// <summary>The same, for people.</summary>
    public required string ComparedWith { get; init; }

    /// <summary>How far the bytes of that have been proved: the trust of the receipt of a Go of the store, else <see cref="GoTrust.Unverified"/>.</summary>
    public GoTrust Trust { get; init; }

    /// <summary>This very call has declared it to be right (<c>--adopt</c>).</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Nothing differs.</summary>
    public bool IsSame => Content.IsSame;
}
