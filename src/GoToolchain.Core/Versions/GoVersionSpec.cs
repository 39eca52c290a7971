namespace GoToolchain;

/// <summary>What version is wanted. The forms are those of <see cref="GoVersionSpecKind"/>.</summary>
public sealed partial class GoVersionSpec : IEquatable<GoVersionSpec>
{
    private readonly IReadOnlyList<GoVersionBound> _bounds;

    private GoVersionSpec(GoVersionSpecKind kind, string text, IReadOnlyList<GoVersionBound>? bounds = null) =>
        (Kind, Text, _bounds) = (kind, text, bounds ?? []);

    /// <summary>The form.</summary>
    public GoVersionSpecKind Kind { get; }

    /// <summary>As it was written, with white space around it removed.</summary>
    public string Text { get; }

    /// <summary>The version of an exact spec (<c>1.24.4</c>) or the line of a line spec (<c>1.24</c>), else null.</summary>
    public GoVersion? Version { get; private init; }

    /// <summary>The directory of a <c>path:DIR</c>, absolute, else null.</summary>
    public string? Directory { get; private init; }

    /// <summary>A minimum, as the <c>go</c> line of a go.mod file states it. A language version (<c>1.21</c>) is met by every release of its line.</summary>
    /// <param name="minimum">The oldest version that will do.</param>
    public static GoVersionSpec AtLeast(GoVersion minimum)
    {
        ArgumentNullException.ThrowIfNull(minimum);
        return new GoVersionSpec(GoVersionSpecKind.Range, ">=" + minimum.Number, [new(">=", minimum)]);
    }

    /// <summary>That version and no other. A language version (<c>1.21</c>) stands for its first release.</summary>
    /// <param name="version">The version.</param>
    public static GoVersionSpec Exactly(GoVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        // Written so that parsing the text gives the same spec: `1.20` alone would be the line.
        var first = version.NamesOnlyALine && !version.IsDevel ? GoVersion.Parse(OfFirstPatch(version)) : version;
        var text = first.VendorSuffix.Length == 0 ? first.Number : $"{first.Number}-{first.VendorSuffix}";
        return new GoVersionSpec(GoVersionSpecKind.Exact, text) { Version = first };
    }

    /// <summary>
    /// An installation of that version would do. For <c>stable</c> and <c>oldstable</c> every release does, for what these name depends on what
    /// there is to choose from (<see cref="Choose"/>); <c>system</c> and <c>path:DIR</c> take what is there. Pre-releases only do for
    /// <c>latest</c>, for an exact spec, and for a range with a bound that is a pre-release of the same line. A vendor's suffix does not matter,
    /// unless an exact spec has one.
    /// </summary>
    /// <param name="version">The version.</param>
    public bool Accepts(GoVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Kind switch
        {
            GoVersionSpecKind.Exact => version.CompareTo(Version) == 0
                && version.IsDevel == Version!.IsDevel
                && (Version.VendorSuffix.Length == 0 || Version.VendorSuffix == version.VendorSuffix),
            GoVersionSpecKind.Line => !version.IsPrerelease && GoVersion.CompareLine(version, Version!) == 0,
            GoVersionSpecKind.Range => _bounds.All(b => b.Admits(version))
                && (!version.IsPrerelease || _bounds.Any(b => b.AdmitsPrereleasesLike(version))),
            GoVersionSpecKind.Latest or GoVersionSpecKind.System or GoVersionSpecKind.Path => true,
            _ => !version.IsPrerelease,
        };
    }

    /// <summary>
    /// The best of what is offered: the newest that fits. <c>oldstable</c> is the newest release of the second-newest line among them;
    /// <c>system</c> and <c>path:DIR</c> take a pre-release only where there is no release.
    /// </summary>
    /// <param name="offered">The versions, in any order.</param>
    /// <returns>Null when none fits.</returns>
    public GoVersion? Choose(IEnumerable<GoVersion> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        var fitting = offered.Where(Accepts).ToList();
        return Kind switch
        {
            GoVersionSpecKind.OldStable => Newest(fitting) is { } stable
                ? Newest(fitting.Where(v => GoVersion.CompareLine(v, stable) < 0))
                : null,
            GoVersionSpecKind.System or GoVersionSpecKind.Path => Newest(fitting.Where(v => !v.IsPrerelease)) ?? Newest(fitting),
            _ => Newest(fitting),
        };
    }

    /// <summary>The same kind, written the same way.</summary>
    /// <param name="other">The other spec.</param>
    public bool Equals(GoVersionSpec? other) =>
        other is not null && Kind == other.Kind && Text == other.Text && Directory == other.Directory;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoVersionSpec);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text, Directory);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Between versions that differ in the vendor suffix only, Go's own release wins, and the choice does not depend on the order of the offer.
    private static GoVersion? Newest(IEnumerable<GoVersion> versions) =>
        versions.OrderDescending().ThenBy(v => v.IsDevel).ThenBy(v => v.VendorSuffix, StringComparer.Ordinal).FirstOrDefault();

    private static string OfFirstPatch(GoVersion line)
    {
        var number = line.Minor.Length == 0 ? $"{line.Major}.0.0" : $"{line.Number}.0";
        return line.VendorSuffix.Length == 0 ? number : $"{number}-{line.VendorSuffix}";
    }
}
