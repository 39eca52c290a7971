namespace GoToolchain.MSBuild.Diagnostics.Places;

/// <summary>A place in a file.</summary>
/// <param name="File">Absolute.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">In bytes, from 1; 0: the line as a whole.</param>
internal readonly record struct FilePlace(string File, int Line = 0, int Column = 0);
