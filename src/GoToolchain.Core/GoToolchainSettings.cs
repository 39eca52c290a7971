namespace GoToolchain;

/// <summary>The settings in force: each option, else its environment variable, else <c>gotoolchain.json</c>, else the default.</summary>
public sealed partial record GoToolchainSettings
{
    /// <summary>The store: absolute.</summary>
    public required string Store { get; init; }

    /// <summary>Who may serve releases, in order. Never empty.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Base URLs or directories shaped like the go.dev download site, in order.</summary>
    public required IReadOnlyList<string> Mirrors { get; init; }

    /// <summary>What mirrors may do that they may not by default.</summary>
    public GoMirrorRules MirrorRules { get; init; }

    /// <summary>Open no socket.</summary>
    public required bool Offline { get; init; }

    /// <summary>Managed or system toolchains first.</summary>
    public required GoPreference Preference { get; init; }

    /// <summary>Whether a missing toolchain may be fetched.</summary>
    public required GoDownloads Downloads { get; init; }

    /// <summary>How long to wait for another process.</summary>
    public required TimeSpan LockTimeout { get; init; }

    /// <summary>How far the bytes of a toolchain have to be proved, at least.</summary>
    public GoTrust RequireTrust { get; init; }

    /// <summary>The file with the OpenPGP public key that has to have signed an archive: absolute; null: the key that the library brings.</summary>
    public string? SigningKey { get; init; }
}
