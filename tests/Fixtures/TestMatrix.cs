namespace GoToolchain.Fixtures;

/// <summary>
/// How much of the widest matrices (platforms, versions of Go, damages) a run covers: the rows that differ most, or all when the environment variable
/// <c>GOTC_TEST_MATRIX</c> is <c>full</c>. All of them take an hour on two cores.
/// </summary>
public static class TestMatrix
{
    /// <summary>All rows are run.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("GOTC_TEST_MATRIX") == "full";

    /// <summary>The rows of this run.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="always">Those that every run covers.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows, Func<T, bool> always) => rows.Where(row => IsFull || always(row));
}
