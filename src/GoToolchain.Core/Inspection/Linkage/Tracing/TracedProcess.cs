namespace GoToolchain;

/// <summary>A program that ran: the one that was asked for, or one that it started.</summary>
/// <param name="Id">The process id; 0 when the trace does not tell it.</param>
/// <param name="Program">What it executed; a process that executes several programs, one after the other, is listed once for each.</param>
/// <param name="Loaded">The libraries that it loaded, in order.</param>
/// <param name="Missed">The libraries that it looked for in vain.</param>
public sealed record TracedProcess(int Id, string Program, IReadOnlyList<TracedLibrary> Loaded, IReadOnlyList<TracedMiss> Missed);
