namespace GoToolchain;

/// <summary>A file of the right name that the loader does not take.</summary>
/// <param name="Path">The file: absolute.</param>
/// <param name="Origin">By which rule the loader came to it.</param>
/// <param name="Reason">Why it is not taken.</param>
/// <param name="Detail">The reason in words, as the end of a sentence that begins with the path.</param>
public sealed record LibraryRejection(string Path, LibraryOrigin Origin, LibraryRejectionReason Reason, string Detail);
