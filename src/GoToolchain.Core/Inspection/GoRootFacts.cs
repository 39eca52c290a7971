namespace GoToolchain.Inspection;

/// <summary>What a look at the files of a directory says about the Go in it.</summary>
/// <param name="Verdict">Usable, or why not.</param>
/// <param name="Reason">The verdict in words: one sentence; empty when usable.</param>
/// <param name="Version">The version in its VERSION file, else of its <c>bin/go</c>; never null when usable.</param>
/// <param name="Platform">The platform of its compiler; never null when usable.</param>
internal sealed record GoRootFacts(GoVerdict Verdict, string Reason, GoVersion? Version = null, GoPlatform? Platform = null)
{
    /// <summary>Complete, as far as its files tell.</summary>
    public bool IsUsable => Verdict == GoVerdict.Usable;
}
