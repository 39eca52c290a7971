namespace GoToolchain;

/// <summary>One end of a range.</summary>
/// <param name="Operator"><c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&lt;</c> or <c>=</c>.</param>
/// <param name="Version">
/// The version that it names. One that names only a line stands for the whole line: <c>&lt;=1.24</c> takes 1.24.9, <c>&gt;1.24</c> does not.
/// </param>
internal sealed record GoVersionBound(string Operator, GoVersion Version)
{
    public bool IsLower => Operator is ">=" or ">";

    private bool IsStrict => Operator is ">" or "<";

    public bool Admits(GoVersion version)
    {
        var order = Version.NamesOnlyALine ? GoVersion.CompareLine(version, Version) : version.CompareTo(Version);
        return Operator switch
        {
            ">=" => order >= 0,
            ">" => order > 0,
            "<=" => order <= 0,
            "<" => order < 0,
            _ => order == 0,
        };
    }

    /// <summary>A range that says <c>&gt;=1.25rc1</c> wants release candidates of 1.25, and not those of every later line.</summary>
    public bool AdmitsPrereleasesLike(GoVersion version) => Version.IsPrerelease && GoVersion.CompareLine(version, Version) == 0;

    /// <summary>Nothing can lie between this lower bound and that upper bound.</summary>
    public bool ExcludesAllBelow(GoVersionBound upper)
    {
        var lines = GoVersion.CompareLine(Version, upper.Version);
        if (lines != 0)
        {
            return lines > 0;
        }

        if (Version.NamesOnlyALine || upper.Version.NamesOnlyALine)
        {
            return (Version.NamesOnlyALine && IsStrict) || (upper.Version.NamesOnlyALine && upper.IsStrict);
        }

        var order = Version.CompareTo(upper.Version);
        return order > 0 || (order == 0 && (IsStrict || upper.IsStrict));
    }
}
