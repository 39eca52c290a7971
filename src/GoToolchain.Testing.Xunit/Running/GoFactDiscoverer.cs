#if !XUNIT_V3
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>Makes the test cases of <see cref="GoFactAttribute"/>.</summary>
/// <param name="diagnosticMessageSink">Given by xunit.</param>
public sealed class GoFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute
    ) =>
        new GoTestCase(
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod
        );
}
#endif
