using GoToolchain.Health.Checks.Running;
using GoToolchain.Health.Checks.Surroundings;
using GoToolchain.Health.Checks.Tree;

namespace GoToolchain.Health.Checks;

/// <summary>Every check, in the order in which they are explained: each after the ones that it needs.</summary>
internal static class HealthChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } = [.. TreeChecks.All, .. SurroundingChecks.All, .. RunningChecks.All];

    /// <summary>Those of some areas, and those of others that they build on.</summary>
    /// <param name="areas">Their names; none: all.</param>
    public static IReadOnlyList<IHealthCheck> Of(IReadOnlyList<string> areas)
    {
        if (areas.Count == 0)
        {
            return All;
        }

        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in All.Reverse())
        {
            if (needed.Contains(check.Id) || areas.Contains(check.Id.Split('.', 2)[0], StringComparer.Ordinal))
            {
                needed.UnionWith([check.Id, .. check.Needs]);
            }
        }

        return [.. All.Where(check => needed.Contains(check.Id))];
    }
}
