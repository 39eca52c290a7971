#if !XUNIT_V3
using GoToolchain.Testing.Xunit.Logging;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>What happens before a test that needs a Go.</summary>
internal static class GoGate
{
    /// <returns>Why the test is skipped; null: it runs, and fails at once when the aggregator has got an exception.</returns>
    public static async Task<string?> EnterAsync(
        IXunitTestCase test,
        string? skipReason,
        IMessageSink diagnostics,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancel
    )
    {
        if (skipReason is not null)
        {
            return skipReason;
        }

        var go = await GoTestGate
            .EnterAsync(
                test.TestMethod.Method.ToRuntimeMethod(),
                test.TestMethod.TestClass.Class.ToRuntimeType(),
                test.TestMethodArguments,
                new DiagnosticLog(diagnostics),
                cancel.Token
            )
            .ConfigureAwait(false);
        if (go.SkipReason is null)
        {
            aggregator.Run(go.ThrowIfUnavailable);
        }

        return go.SkipReason;
    }

    /// <summary>Runs a test, or reports it as skipped.</summary>
    public static Task<RunSummary> RunAsync(
        XunitTestCase test,
        string? skipReason,
        object[] constructorArguments,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancel
    ) =>
        new XunitTestCaseRunner(
            test,
            test.DisplayName,
            skipReason,
            constructorArguments,
            test.TestMethodArguments,
            messageBus,
            aggregator,
            cancel
        ).RunAsync();
}
#endif
