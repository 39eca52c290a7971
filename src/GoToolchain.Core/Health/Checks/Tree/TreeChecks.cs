namespace GoToolchain.Health.Checks.Tree;

/// <summary>The checks of the files of a GOROOT.</summary>
internal static class TreeChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } = [new RootCheck()];
}
