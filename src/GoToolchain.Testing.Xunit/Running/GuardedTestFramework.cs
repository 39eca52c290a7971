#if !XUNIT_V3
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>xunit v2 as it is, with a question at the end.</summary>
/// <param name="messageSink">Given by xunit.</param>
public sealed class GuardedTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions
        )
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync().ConfigureAwait(false);
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> cases,
        IMessageSink diagnostics,
        IMessageSink execution,
        ITestFrameworkExecutionOptions options
    ) : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        // What the aggregator holds after this becomes a cleanup failure of the assembly.
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync().ConfigureAwait(false);
            Aggregator.Run(GoTestGuard.Verify);
        }
    }
}
#endif
