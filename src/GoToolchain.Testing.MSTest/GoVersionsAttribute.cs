using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace GoToolchain.Testing.MSTest;

/// <summary>
/// Runs a test once for each of these versions of Go, which is its only argument:
/// <c>[GoTestMethod, GoVersions("1.21", "1.23", "stable")]</c>. The test gets each Go by <c>GoTestToolchain.EnsureAsync(version)</c>.
/// </summary>
/// <param name="versions">The versions.</param>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1019 // The versions are there, as a list.
public sealed class GoVersionsAttribute(params string[] versions) : Attribute, ITestDataSource, IGoVersionMatrix
#pragma warning restore CA1019
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Versions { get; } = versions;

    /// <inheritdoc/>
    public IEnumerable<object?[]> GetData(MethodInfo methodInfo) => Versions.Select(version => new object?[] { version });

    /// <inheritdoc/>
    public string? GetDisplayName(MethodInfo methodInfo, object?[]? data) => $"{methodInfo?.Name} (Go {data?[0]})";
}
