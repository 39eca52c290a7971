namespace GoToolchain;

/// <summary>
/// Whether an installed Go is the published release, from its files and the public checksum database alone: no archive is needed. Go 1.21 and later
/// are published as the module <c>golang.org/toolchain</c> too, whose hash the database has; the same hash follows from the files of the tree.
/// </summary>
public sealed record GoLogProof
{
    /// <summary>GOROOT: absolute.</summary>
    public required string Root { get; init; }

    /// <summary>The version in its VERSION file.</summary>
    public required GoVersion Version { get; init; }

    /// <summary>The platform of its compiler.</summary>
    public required GoPlatform Platform { get; init; }

    /// <summary>The version of the module, for example <c>golang.org/toolchain@v0.0.1-go1.24.4.linux-amd64</c>.</summary>
    public required string Module { get; init; }

    /// <summary>What was found out.</summary>
    public required GoLogVerdict Verdict { get; init; }

    /// <summary>The verdict in words: full sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>The hash of the module that would hold just these files: <c>h1:…</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>How many files the hash covers.</summary>
    public required int Files { get; init; }

    /// <summary>The hash in the database; null when that was not asked.</summary>
    public string? LoggedHash { get; init; }

    /// <summary>The name of the database; null when it is switched off.</summary>
    public string? Database { get; init; }

    /// <summary>The number of the record in the log; null when it was not asked.</summary>
    public long? RecordId { get; init; }

    /// <summary>How many records the log has that the record was proved to be in; null when it was not asked.</summary>
    public long? TreeSize { get; init; }

    /// <summary>The signed head of that log, for whoever wants to keep it; null when it was not asked.</summary>
    public string? SignedHead { get; init; }

    /// <summary>
    /// What is in the tree and not part of the module, so that nothing is said about it: <c>api</c>, <c>doc</c>, <c>misc</c>, <c>test</c>, and what
    /// installers leave beside the release. Paths relative to GOROOT.
    /// </summary>
    public IReadOnlyList<string> NotCovered { get; init; } = [];

    /// <summary>Files that no release can hold, links for example: relative to GOROOT. When there are any, the tree differs.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    /// <summary>Why the database could not be asked; null when it was.</summary>
    public GoToolchainException? Obstacle { get; init; }
}
