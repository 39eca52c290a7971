namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>The checks of what surrounds a GOROOT: variables, go/env, PATH, start-up files, places to write.</summary>
internal static class SurroundingChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } = [];
}
