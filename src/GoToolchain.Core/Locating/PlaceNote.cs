namespace GoToolchain.Locating;

/// <summary>Where a place looks, in words.</summary>
/// <param name="Directories">
/// Each GOROOT that it finds, as a pattern: <c>~</c> is home, <c>$NAME</c> a variable of the environment, <c>%NAME%</c> one on Windows,
/// <c>X.Y.Z</c> a version, <c>1.N</c> a line.
/// </param>
/// <param name="Recognized">How a Go of this kind is told from anything else in that directory.</param>
internal sealed record PlaceNote(IReadOnlyList<string> Directories, string Recognized);
