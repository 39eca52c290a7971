namespace GoToolchain.Testing.MSTest;

/// <summary>
/// Which Go the <see cref="GoTestMethodAttribute"/> tests of a method, a class or an assembly need: <c>[RequiresGo("1.23")]</c>.
/// </summary>
/// <param name="version">The wanted version; null: what the project says, else any.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class RequiresGoAttribute(string? version = null) : Attribute, IGoRequirement
{
    /// <inheritdoc/>
    public string? Version { get; } = version;
}
