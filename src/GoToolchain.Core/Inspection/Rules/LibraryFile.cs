namespace GoToolchain.Inspection.Rules;

/// <summary>A source file of the standard library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trees">The releases that have it.</param>
internal sealed record LibraryFile(string Name, ReleaseSet Trees);
