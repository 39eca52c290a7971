using GoToolchain.Tool.Execution;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.CommandLine;

/// <summary>What every command works with.</summary>
/// <param name="Terminal">Where answers and messages go.</param>
/// <param name="Interruption">Ctrl-C and its kin.</param>
/// <param name="Rest">The arguments after <c>--</c>; null when there are none.</param>
internal sealed record ToolContext(Terminal Terminal, Interruption Interruption, string[]? Rest);
