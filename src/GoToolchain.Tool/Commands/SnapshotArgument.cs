using System.CommandLine;
using GoToolchain.Tool.CommandLine;

namespace GoToolchain.Tool.Commands;

/// <summary>How a snapshot is named on a command line.</summary>
internal static class SnapshotArgument
{
    public static Argument<string?> Create() =>
        new("SNAPSHOT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Its name or the beginning of it, or a GOROOT, whose newest it is; default: the newest of all",
        };

    /// <summary>As the library wants it: a GOROOT is absolute.</summary>
    public static string? Of(string? text) =>
        text is not null && (text.StartsWith('.') || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            ? WorkingDirectory.Absolute(text)
            : text;
}
