using System.Collections;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// Runs a test once for each of these versions of Go, which are the values of a parameter:
/// <c>public async Task Builds([GoVersions("1.21", "1.23", "stable")] string version)</c>. It goes together with the other value sources of NUnit. The
/// test has <see cref="RequiresGoAttribute"/> and gets each Go by <c>GoTestToolchain.EnsureAsync(version)</c>.
/// </summary>
/// <param name="versions">The versions.</param>
[AttributeUsage(AttributeTargets.Parameter)]
#pragma warning disable CA1019 // The versions are there, as a list.
public sealed class GoVersionsAttribute(params string[] versions) : NUnitAttribute, IParameterDataSource, IGoVersionMatrix
#pragma warning restore CA1019
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Versions { get; } = versions;

    /// <summary>Called by NUnit.</summary>
    /// <param name="parameter">The parameter.</param>
    public IEnumerable GetData(IParameterInfo parameter) => Versions;
}
