namespace GoToolchain.Testing;

/// <summary>An attribute that says which Go a test needs: the form that all test frameworks share.</summary>
public interface IGoRequirement
{
    /// <summary>The wanted version, for example <c>1.23</c>; null: what the project says, else any.</summary>
    string? Version { get; }
}
