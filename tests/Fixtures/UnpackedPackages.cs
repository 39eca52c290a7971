namespace GoToolchain.Fixtures;

/// <summary>Packages of the distribution in a directory, or why there are none.</summary>
/// <param name="Directory">Absolute; null: not to be had.</param>
/// <param name="Reason">Why not; empty when they are there.</param>
public sealed record UnpackedPackages(string? Directory, string Reason = "");
