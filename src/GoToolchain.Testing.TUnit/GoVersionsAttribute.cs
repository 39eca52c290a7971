using TUnit.Core;

namespace GoToolchain.Testing.TUnit;

/// <summary>
/// Runs a test once for each of these versions of Go, which is its only argument:
/// <c>[Test, RequiresGo, GoVersions("1.21", "1.23", "stable")]</c>. The test gets each Go by <c>GoTestToolchain.EnsureAsync(version)</c>.
/// </summary>
/// <param name="versions">The versions.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
#pragma warning disable CA1019 // The versions are there, as a list.
public sealed class GoVersionsAttribute(params string[] versions) : DataSourceGeneratorAttribute<string>, IGoVersionMatrix
#pragma warning restore CA1019
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Versions { get; } = versions;

    /// <inheritdoc/>
    protected override IEnumerable<Func<string>> GenerateDataSources(DataGeneratorMetadata dataGeneratorMetadata) =>
        Versions.Select(version => (Func<string>)(() => version));
}
