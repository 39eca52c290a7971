using System.Reflection;
#if XUNIT_V3
using GoToolchain.Testing.Xunit.Running;
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// A test, or every test of a class or an assembly, needs a Go. When there is none, the policy decides; under xunit v2, only a test with
/// <see cref="GoFactAttribute"/> or <see cref="GoTheoryAttribute"/> can be skipped at that moment, and any other one fails.
/// </summary>
/// <param name="version">The wanted version, for example <c>1.23</c>; null: what the project says, else any.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class RequiresGoAttribute(string? version = null) : BeforeAfterTestAttribute, IGoRequirement
{
    /// <inheritdoc/>
    public string? Version { get; } = version;

#if XUNIT_V3
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(methodUnderTest);
        ArgumentNullException.ThrowIfNull(test);
        GoGate.Enter(methodUnderTest, test);
    }
#else
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) =>
        GoTestGate.Enter(methodUnderTest, methodUnderTest?.ReflectedType).ThrowIfUnavailable();
#endif
}
