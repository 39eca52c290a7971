namespace GoToolchain;

/// <summary>A place that the loader looks at, in vain or not.</summary>
/// <param name="Place">A directory, or the cache file.</param>
/// <param name="Origin">By which rule.</param>
/// <param name="Exists">It is there.</param>
public sealed record LibrarySearchPlace(string Place, LibraryOrigin Origin, bool Exists);
