namespace GoToolchain.MSBuild.Testing;

/// <summary>A test, subtest, example, fuzz target or benchmark.</summary>
/// <param name="package">The import path of its package.</param>
/// <param name="name">For example <c>TestAll/empty_input</c>.</param>
internal sealed class TestResult(string package, string name)
{
    public string Package { get; } = package;

    public string Name { get; } = name;

    /// <summary>The part before the first slash: the function.</summary>
    public string Function => Name.Split('/', 2)[0];

    public TestOutcome Outcome { get; set; }

    /// <summary>Seconds, as Go counts them.</summary>
    public double Elapsed { get; set; }

    /// <summary>What it printed; empty when it passed.</summary>
    public BoundedLines Output { get; } = new();

    /// <summary>Whether another test is a subtest of this one, at any depth.</summary>
    public bool Contains(TestResult other) =>
        other.Package == Package
        && other.Name.Length > Name.Length
        && other.Name.StartsWith(Name, StringComparison.Ordinal)
        && other.Name[Name.Length] == '/';
}
