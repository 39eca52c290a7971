namespace GoToolchain.Tool.CommandLine;

/// <summary>The command line, cut at the first <c>--</c>: what follows belongs to the command that <c>exec</c> runs and is never parsed.</summary>
/// <param name="Own">The arguments that are ours.</param>
/// <param name="Rest">What follows <c>--</c>; null when there is none.</param>
internal sealed record SplitCommandLine(string[] Own, string[]? Rest)
{
    public static SplitCommandLine Of(string[] arguments)
    {
        var cut = Array.IndexOf(arguments, "--");
        return cut < 0 ? new(arguments, null) : new(arguments[..cut], arguments[(cut + 1)..]);
    }
}
