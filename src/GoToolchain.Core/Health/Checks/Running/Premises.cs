namespace GoToolchain.Health.Checks.Running;

/// <summary>The checks of files and settings whose findings a run would only repeat.</summary>
internal static class Premises
{
    /// <summary>Before <c>go</c> is started.</summary>
    public static IReadOnlyList<string> OfGo { get; } = ["tree.root", "tree.platform", "tree.commands"];

    /// <summary>Before its tools are.</summary>
    public static IReadOnlyList<string> OfTools { get; } = ["tree.tools", "tree.agreement"];

    /// <summary>Before something is built.</summary>
    public static IReadOnlyList<string> OfBuilds { get; } = ["tree.headers", "tree.library", "tree.leftovers"];

    /// <summary>Before the C compiler is tried.</summary>
    public static IReadOnlyList<string> OfC { get; } = ["env.compiler"];

    /// <summary>Before something is done in the user's own environment.</summary>
    public static IReadOnlyList<string> OfUsers { get; } =
    [
        "env.root-variable",
        "env.user-file",
        "env.flags",
        "env.toolchain",
        "env.target",
        "env.architecture",
        "env.module-mode",
        "env.directories",
        "env.places",
    ];
}
