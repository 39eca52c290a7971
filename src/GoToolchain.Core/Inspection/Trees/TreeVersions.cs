namespace GoToolchain.Inspection.Trees;

/// <summary>What the parts of a GOROOT say about their version. <c>go</c> itself never compares them.</summary>
/// <param name="File">VERSION; null when it is missing or damaged.</param>
/// <param name="Command">The build information of <c>bin/go</c>; null when that cannot be read.</param>
/// <param name="Tools">What most of the tools say; null when none can be read.</param>
/// <param name="Sources">The standard library, as cmd/dist noted it; null when that cannot be read.</param>
internal sealed record TreeVersions(GoVersion? File, GoVersion? Command, GoVersion? Tools, GoVersion? Sources)
{
    /// <summary>The version of the tree: what most say. Where they are divided, <c>bin/go</c> decides, for that is what people run.</summary>
    public GoVersion? Tree { get; } = Majority([Command, Tools, Sources, File]);

    /// <summary>The version whose standard library the sources are.</summary>
    public GoVersion? Library => Sources ?? Tree;

    // The first of equals wins.
    private static GoVersion? Majority(GoVersion?[] witnesses)
    {
        GoVersion? best = null;
        var most = 0;
        foreach (var version in witnesses)
        {
            var count = version is null ? 0 : witnesses.Count(w => Agree(w, version));
            if (count > most)
            {
                (best, most) = (version, count);
            }
        }

        return best;
    }

    /// <summary>Both name the same release. Suffixes (experiments, a distribution's revision) make no difference.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other; null agrees with nothing.</param>
    public static bool Agree(GoVersion? one, GoVersion? other) =>
        one is not null && other is not null && one.IsDevel == other.IsDevel && one.CompareTo(other) == 0;
}
