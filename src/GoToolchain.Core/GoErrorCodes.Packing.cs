namespace GoToolchain;

/// <summary>The codes of publish and pack.</summary>
public static partial class GoErrorCodes
{
    /// <summary><c>dotnet pack --no-build</c> packs what is there, and the Go part was not built for a platform of the package.</summary>
    public static GoErrorCode NotBuiltForPackage { get; } = new("GOTC5001", 1, "Not built for a platform of the package");

    /// <summary>A package holds the Go part for the machine that packed it and for no other.</summary>
    public static GoErrorCode PackedForOneMachine { get; } = new("GOTC5002", 1, "Packed for this machine only");

    /// <summary>A referenced project has built its Go part for another platform than the program that takes it over.</summary>
    public static GoErrorCode ReferenceForOtherPlatform { get; } = new("GOTC5003", 1, "Go file of a reference is for another platform");

    /// <summary>The package has a targets file of its own where the one that hands its sidecars to consumers would be.</summary>
    public static GoErrorCode PackageTargetsTaken { get; } = new("GOTC5004", 1, "Package has targets of its own");

    /// <summary>A package that is used holds no sidecar for the platform that is built for. Reported by the package itself.</summary>
    public static GoErrorCode PackageLacksPlatform { get; } = new("GOTC5005", 1, "Package has no sidecar for this platform");

    /// <summary>Two frameworks of a project build differing Go files that would have the same place in the package.</summary>
    public static GoErrorCode PackageConflict { get; } = new("GOTC5006", 1, "Two Go files for one place in the package");

    private static IReadOnlyList<GoErrorCode> Packing =>
        [NotBuiltForPackage, PackedForOneMachine, ReferenceForOtherPlatform, PackageTargetsTaken, PackageLacksPlatform, PackageConflict];
}
