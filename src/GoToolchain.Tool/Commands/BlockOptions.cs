using System.CommandLine;

namespace GoToolchain.Tool.Commands;

/// <summary>The options that <c>env install</c> and <c>env remove</c> share.</summary>
internal static class BlockOptions
{
    public static Option<bool> Plan() =>
        new("--dry-run", "--plan") { Description = "Only show what would change, as `diff -u` does", Arity = ArgumentArity.Zero };

    public static Option<bool> Force(string verb) =>
        new("--force")
        {
            Description = $"{verb} a block even when somebody has edited it; a copy of the file stays",
            Arity = ArgumentArity.Zero,
        };
}
