namespace GoToolchain.Testing;

/// <summary>An attribute that runs a test once for each of some versions of Go: the form that all test frameworks share.</summary>
public interface IGoVersionMatrix
{
    /// <summary>The versions, each of which is an argument of one run of the test.</summary>
    IReadOnlyList<string> Versions { get; }
}
