namespace GoToolchain;

/// <summary>An entry of PATH.</summary>
/// <param name="Position">From 1 on: earlier entries win.</param>
/// <param name="Directory">As it is written.</param>
/// <param name="State">What it is.</param>
/// <param name="SetBy">The line of a start-up file that (probably) put it there, <c>FILE:LINE</c>; null when none is known.</param>
public sealed record SearchPathEntry(int Position, string Directory, SearchPathEntryState State, string? SetBy);
