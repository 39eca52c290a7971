namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>What a comparison has shown.</summary>
/// <param name="Title">What was measured, on what.</param>
/// <param name="Rows">The table; the first row of cells is that of the columns.</param>
/// <param name="Notes">What else there is to say: full sentences.</param>
/// <param name="Bars">What was promised.</param>
internal sealed record ComparisonResult(
    string Title,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Bar> Bars
)
{
    /// <summary>A comparison with one table of contenders.</summary>
    public static ComparisonResult Of(string title, TimingTable table, IReadOnlyList<string>? notes = null, params Bar[] bars) =>
        new(title, [TimingTable.Columns, .. table.Rows], notes ?? [], bars);
}
