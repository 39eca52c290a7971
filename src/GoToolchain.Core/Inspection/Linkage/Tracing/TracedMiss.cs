namespace GoToolchain;

/// <summary>A shared library that a process looked for and did not get.</summary>
/// <param name="Name">File name.</param>
/// <param name="Tried">The files that were tried, in order, the first few dozen.</param>
/// <param name="Reason">What the system answered last, for example <c>ENOENT</c>; null when the trace does not show it.</param>
public sealed record TracedMiss(string Name, IReadOnlyList<string> Tried, string? Reason);
