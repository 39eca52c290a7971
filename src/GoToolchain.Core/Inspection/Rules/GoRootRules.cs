namespace GoToolchain.Inspection.Rules;

/// <summary>
/// What a GOROOT holds, release by release, from Go 1.16 to 1.27. The packages of the standard library and their files are in
/// <see cref="StandardLibrary"/>. The documentation shows this table: docs/goroot.md.
/// </summary>
internal static partial class GoRootRules
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<GoRootRule> All { get; } = [.. Commands, .. Tools, .. Sources, .. Data, .. Extras];

    /// <summary>The rules of which the locator makes do with.</summary>
    public static IReadOnlyList<GoRootRule> Landmarks { get; } = [.. All.Where(r => r.IsLandmark)];
}
