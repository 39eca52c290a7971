using System.Globalization;

namespace GoToolchain.Inspection.Rules;

/// <summary>Lines of Go releases, from one to another: Go 1.20 to 1.24.</summary>
/// <param name="From">The minor number of the first.</param>
/// <param name="To">The minor number of the last; null: no end is known.</param>
internal readonly record struct GoLines(int From, int? To = null)
{
    /// <summary>The oldest line that the rules describe.</summary>
    public const int Oldest = 16;

    /// <summary>The newest line that the rules describe.</summary>
    public const int Newest = 27;

    /// <summary>All that are described.</summary>
    public static GoLines All { get; } = new(Oldest);

    /// <summary>The line is among them. Lines older than <see cref="Oldest"/> count as that.</summary>
    /// <param name="minor">Its minor number.</param>
    public bool Contains(int minor) => Math.Max(minor, Oldest) >= From && (To is not { } last || minor <= last);

    /// <summary>The minor number of a version's line; null when it is not of Go 1, or has none that makes sense.</summary>
    /// <param name="version">The version.</param>
    public static int? MinorOf(GoVersion? version) =>
        version is { Major: "1" } && int.TryParse(version.Minor, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : null;

    /// <summary>As the documentation writes it: <c>1.20 to 1.24</c>, <c>from 1.25</c>, <c>all</c>.</summary>
    public override string ToString() =>
        (From, To) switch
        {
            (Oldest, null) => "all",
            (_, null) => $"from 1.{From}",
            (Oldest, _) => $"up to 1.{To}",
            _ => From == To ? $"1.{From}" : $"1.{From} to 1.{To}",
        };
}
