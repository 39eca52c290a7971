using System.CommandLine;
using GoToolchain.Tool.CommandLine;

namespace GoToolchain.Tool.Commands;

/// <summary><c>--shell</c>, of several commands.</summary>
internal static class ShellOption
{
    private const string Known = "bash (also for sh), zsh, fish or powershell";

    /// <summary>One shell.</summary>
    public static Option<string?> One() =>
        new("--shell") { HelpName = "SHELL", Description = $"For this shell: {Known}; default: that of $SHELL" };

    /// <summary>Several.</summary>
    /// <param name="otherwise">What is the default.</param>
    public static Option<string[]> Several(string otherwise) =>
        new("--shell") { HelpName = "SHELL", Description = $"{Known}, or all; may be given more than once; default: {otherwise}" };

    /// <summary>The shell of a name.</summary>
    public static GoShell? Parse(string? name) => name is null ? null : Require(name);

    /// <summary>The shells of names; null when there is no name.</summary>
    public static IReadOnlyCollection<GoShell>? Parse(string[]? names) =>
        names is null or [] ? null
        : names.Contains("all") ? Enum.GetValues<GoShell>()
        : [.. names.Select(Require)];

    /// <summary>The shell of a name.</summary>
    /// <exception cref="GoToolchainException">There is none.</exception>
    public static GoShell Require(string name) =>
        !name.Contains('/', StringComparison.Ordinal) && GoShellNames.Find(name) is { } shell
            ? shell
            : throw UsageError.Create($"`{name}` is not a shell that is known here.", $"Write {Known}.");
}
