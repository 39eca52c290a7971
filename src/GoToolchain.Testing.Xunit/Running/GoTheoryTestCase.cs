#if !XUNIT_V3
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>A theory whose data xunit reads only when it runs; it looks for its Go before that.</summary>
public sealed class GoTheoryTestCase : XunitTheoryTestCase
{
    /// <summary>For xunit, which reads it back from text.</summary>
    [Obsolete("Called by xunit alone.")]
    public GoTheoryTestCase() { }

    /// <summary>A theory.</summary>
    /// <param name="diagnostics">Given by xunit.</param>
    /// <param name="display">How its name is shown.</param>
    /// <param name="displayOptions">And with which changes.</param>
    /// <param name="testMethod">The method.</param>
    public GoTheoryTestCase(
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions displayOptions,
        ITestMethod testMethod
    )
        : base(diagnostics, display, displayOptions, testMethod) { }

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
        return skip is null
            ? await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource)
                .ConfigureAwait(false)
            : await GoGate
                .RunAsync(this, skip, constructorArguments, messageBus, aggregator, cancellationTokenSource)
                .ConfigureAwait(false);
    }
}
#endif
