namespace GoToolchain.Inspection.Linkage.Windows;

/// <summary>A DLL that a PE file imports from.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="IsDelayed">It is loaded when one of its functions is called for the first time.</param>
internal readonly record struct PeImport(string Name, bool IsDelayed);
