using GoToolchain.Health.Checks.Running;
using GoToolchain.Health.Checks.Surroundings;
using GoToolchain.Health.Checks.Tree;

namespace GoToolchain.Health.Checks;

/// <summary>Every check, in the order in which they are explained: each after the ones that it needs.</summary>
internal static class HealthChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } = [.. TreeChecks.All, .. SurroundingChecks.All, .. RunningChecks.All];
}
