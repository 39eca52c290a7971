#if !XUNIT_V3
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>Names the framework that asks <see cref="GoTestGuard"/>: xunit v2 has nothing else that ends with the assembly.</summary>
public sealed class GuardedTestFrameworkDiscoverer : ITestFrameworkTypeDiscoverer
{
    /// <inheritdoc/>
    public Type GetTestFrameworkType(IAttributeInfo attribute) => typeof(GuardedTestFramework);
}
#endif
