namespace GoToolchain.Tool.Commands;

/// <summary>A command line that help shows.</summary>
/// <param name="Line">What to type.</param>
/// <param name="Effect">What it does.</param>
internal sealed record Example(string Line, string Effect);
