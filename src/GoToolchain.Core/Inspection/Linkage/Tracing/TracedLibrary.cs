namespace GoToolchain;

/// <summary>A shared library that a process has loaded.</summary>
/// <param name="Path">The file: absolute; links are resolved where the trace shows it.</param>
/// <param name="IsAtStart">It is one that the program needs to start; false: it was loaded later (<c>dlopen</c>: plugins, P/Invoke), or preloaded.</param>
public sealed record TracedLibrary(string Path, bool IsAtStart);
