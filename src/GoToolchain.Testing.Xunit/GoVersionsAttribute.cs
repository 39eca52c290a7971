using System.Reflection;
#if XUNIT_V3
using Xunit;
using Xunit.Sdk;
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// Runs a theory once for each of these versions of Go, which is its only argument:
/// <c>[GoTheory, GoVersions("1.21", "1.23", "stable")]</c>. The test gets each Go by <c>GoTestToolchain.EnsureAsync(version)</c>.
/// </summary>
/// <param name="versions">The versions.</param>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1019 // The versions are there, as a list.
public sealed class GoVersionsAttribute(params string[] versions) : DataAttribute, IGoVersionMatrix
#pragma warning restore CA1019
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Versions { get; } = versions;

#if XUNIT_V3
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Versions.Select(version => new TheoryDataRow(version))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
#else
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Versions.Select(version => new object[] { version });
#endif
}
