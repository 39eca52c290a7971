namespace GoToolchain.Health.Checks.Running;

/// <summary>The checks of files whose findings a run of <c>go</c> would only repeat.</summary>
internal static class TreePremises
{
    /// <summary>Before <c>go</c> is started.</summary>
    public static IReadOnlyList<string> OfGo { get; } = ["tree.root", "tree.platform", "tree.commands"];

    /// <summary>Before its tools are.</summary>
    public static IReadOnlyList<string> OfTools { get; } = ["tree.tools", "tree.agreement"];

    /// <summary>Before something is built.</summary>
    public static IReadOnlyList<string> OfBuilds { get; } = ["tree.headers", "tree.library", "tree.leftovers"];
}
