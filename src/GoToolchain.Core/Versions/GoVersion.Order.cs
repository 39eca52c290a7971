namespace GoToolchain;

public sealed partial class GoVersion : IComparable<GoVersion>, IEquatable<GoVersion>
{
    // Up to 1.20 a missing patch is a zero, and a pre-release (1.20rc1) comes before it; from 1.21 on `1.21` comes before `1.21rc1`.
    private bool PatchDefaultsToZero => CompareDecimal(OrZero(Minor), "21") < 0;

    private string EffectivePatch => NamesOnlyALine && PatchDefaultsToZero ? "0" : Patch;

    /// <summary>
    /// Orders by Go's own rules. Zero does not mean equal text: <c>1.20</c> and <c>1.20.0</c> compare as the same, and so do versions that differ
    /// in the vendor suffix only.
    /// </summary>
    /// <param name="other">The other version; null is older than all.</param>
    public int CompareTo(GoVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = CompareLine(this, other);
        order = order != 0 ? order : CompareDecimal(EffectivePatch, other.EffectivePatch);
        order = order != 0 ? order : CompareKind(other);
        return order != 0 ? order : CompareDecimal(_parts.Pre, other._parts.Pre);
    }

    /// <summary>The same version with the same vendor suffix; <c>go1.20</c>, <c>1.20</c> and <c>1.20.0</c> are equal.</summary>
    /// <param name="other">The other version.</param>
    public bool Equals(GoVersion? other) =>
        other is not null && CompareTo(other) == 0 && VendorSuffix == other.VendorSuffix && IsDevel == other.IsDevel;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoVersion);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Major, OrZero(Minor), EffectivePatch, _parts.Kind, _parts.Pre, VendorSuffix, IsDevel);

    /// <summary>Equality as in <see cref="Equals(GoVersion)"/>.</summary>
    public static bool operator ==(GoVersion? left, GoVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality as in <see cref="Equals(GoVersion)"/>.</summary>
    public static bool operator !=(GoVersion? left, GoVersion? right) => !(left == right);

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator <(GoVersion? left, GoVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator <=(GoVersion? left, GoVersion? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator >(GoVersion? left, GoVersion? right) => right < left;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator >=(GoVersion? left, GoVersion? right) => right <= left;

    /// <summary>Orders the lines alone: 1.24.4 and 1.24rc1 are of the same.</summary>
    internal static int CompareLine(GoVersion left, GoVersion right)
    {
        var order = CompareDecimal(left.Major, right.Major);
        return order != 0 ? order : CompareDecimal(OrZero(left.Minor), OrZero(right.Minor));
    }

    // Within a line: "" < alpha < beta < rc, for "" is the language version. Within a patch "" is the release itself, and comes last.
    private int CompareKind(GoVersion other)
    {
        var (a, b) = (_parts.Kind, other._parts.Kind);
        var order = string.CompareOrdinal(a, b);
        return order != 0 && EffectivePatch.Length > 0 && (a.Length == 0 || b.Length == 0) ? -order : order;
    }

    private static string OrZero(string number) => number.Length == 0 ? "0" : number;

    private static int CompareDecimal(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
}
