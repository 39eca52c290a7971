#if !XUNIT_V3
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>
/// A test that looks for its Go when it is about to run. xunit v2 itself knows skips only from discovery, which editors do all the time, and where
/// nothing may be installed.
/// </summary>
public sealed class GoTestCase : XunitTestCase
{
    /// <summary>For xunit, which reads it back from text.</summary>
    [Obsolete("Called by xunit alone.")]
    public GoTestCase() { }

    /// <summary>A test.</summary>
    /// <param name="diagnostics">Given by xunit.</param>
    /// <param name="display">How its name is shown.</param>
    /// <param name="displayOptions">And with which changes.</param>
    /// <param name="testMethod">The method.</param>
    /// <param name="arguments">Its arguments; null: none.</param>
    public GoTestCase(
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions displayOptions,
        ITestMethod testMethod,
        object[]? arguments = null
    )
        : base(diagnostics, display, displayOptions, testMethod, arguments) { }

    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    )
    {
        ArgumentNullException.ThrowIfNull(aggregator);
        ArgumentNullException.ThrowIfNull(cancellationTokenSource);
        var skip = await GoGate
            .EnterAsync(this, SkipReason, diagnosticMessageSink, aggregator, cancellationTokenSource)
            .ConfigureAwait(false);
        return await GoGate
            .RunAsync(this, skip, constructorArguments, messageBus, aggregator, cancellationTokenSource)
            .ConfigureAwait(false);
    }
}
#endif
