namespace GoToolchain;

/// <summary>A line of a start-up file that hands the environment over to a program; what it sets is not known without running it.</summary>
/// <param name="File">The file: absolute.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Program">The program: <c>goenv</c>, <c>mise</c>, <c>gvm</c>, …</param>
/// <param name="Effect">What it usually does to Go: one sentence.</param>
public sealed record StartFileHint(string File, int Line, string Program, string Effect);
