namespace GoToolchain;

/// <summary>The codes of proofs: trust, the checksum database, OpenPGP.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A source could serve it, but vouches less for the bytes than the setting <c>--require-trust</c> asks for.</summary>
    public static GoErrorCode TrustTooLow { get; } = new("GOTC2020", 4, "Not trusted enough");

    /// <summary>What the checksum database sends is not signed by its key, or does not prove what it has to prove.</summary>
    public static GoErrorCode LogNotProved { get; } = new("GOTC2021", 5, "Checksum database proves nothing");

    /// <summary>The checksum database signs a log that does not contain the one it signed before.</summary>
    public static GoErrorCode LogRewritten { get; } = new("GOTC2022", 5, "Checksum database rewrote its history");

    /// <summary>The checksum database is switched off (<c>GOSUMDB=off</c>), so nothing would vouch for the bytes.</summary>
    public static GoErrorCode LogDisabled { get; } = new("GOTC2023", 4, "Checksum database switched off");

    /// <summary>The checksum database has no record of this toolchain.</summary>
    public static GoErrorCode NotInLog { get; } = new("GOTC2024", 5, "Not in the checksum database");

    /// <summary>A GOROOT cannot be proved by the checksum database, whatever is in it: it is older than Go 1.21, or no release.</summary>
    public static GoErrorCode NotProvable { get; } = new("GOTC2025", 1, "Not provable");

    /// <summary>An OpenPGP signature is not one of the expected key, has expired, is too weak, or does not fit the bytes.</summary>
    public static GoErrorCode SignatureRejected { get; } = new("GOTC2026", 5, "OpenPGP signature rejected");

    private static IReadOnlyList<GoErrorCode> Proofs =>
        [TrustTooLow, LogNotProved, LogRewritten, LogDisabled, NotInLog, NotProvable, SignatureRejected];
}
