#if !XUNIT_V3
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

#pragma warning disable CA2000 // xunit disposes the test cases that it is given.
/// <summary>Makes the test cases of <see cref="GoTheoryAttribute"/>.</summary>
/// <param name="diagnosticMessageSink">Given by xunit.</param>
public sealed class GoTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    /// <inheritdoc/>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute,
        object[] dataRow
    ) =>
        [
            new GoTestCase(
                DiagnosticMessageSink,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod,
                dataRow
            ),
        ];

    /// <inheritdoc/>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForTheory(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute
    ) =>
        [
            new GoTheoryTestCase(
                DiagnosticMessageSink,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod
            ),
        ];
}
#pragma warning restore CA2000
#endif
