namespace GoToolchain.Inspection.Linkage;

/// <summary>A package of this machine that has, or had, a file.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Path">Where the package puts the file: absolute.</param>
/// <param name="Exists">The file is there.</param>
internal sealed record InstalledPackage(string Package, string Path, bool Exists);
