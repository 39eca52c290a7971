using Polly;
using Polly.Retry;

namespace GoToolchain.Sources.Http;

/// <summary>When a request is repeated, and after what pause.</summary>
internal static class HttpRetry
{
    /// <summary>For requests from their beginning: a server that cannot be reached at all is given up at once.</summary>
    /// <param name="limits">How often.</param>
    /// <param name="clock">The clock that the pauses run on.</param>
    public static ResiliencePipeline ForRequest(HttpLimits limits, TimeProvider clock) =>
        Create(limits, clock, (e, _) => e.Kind is HttpFailureKind.Cut or HttpFailureKind.Busy);

    /// <summary>For a body that broke off: the server was there a moment ago. After a silence only one other connection is tried.</summary>
    /// <param name="limits">How often without a single byte in between.</param>
    /// <param name="clock">The clock that the pauses run on.</param>
    public static ResiliencePipeline ForBody(HttpLimits limits, TimeProvider clock) =>
        Create(
            limits,
            clock,
            (e, attempt) =>
                e.Kind is HttpFailureKind.Cut or HttpFailureKind.Busy or HttpFailureKind.Unreachable
                || (e.Kind == HttpFailureKind.Stalled && attempt == 0)
        );

    private static ResiliencePipeline Create(HttpLimits limits, TimeProvider clock, Func<HttpFailureException, int, bool> passing)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (limits.Retries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = limits.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = limits.Pause,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome.Exception is HttpFailureException e
                                && passing(e, args.AttemptNumber)
                                && (e.RetryAfter is null || e.RetryAfter <= limits.LongestPause)
                        ),
                    DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as HttpFailureException)?.RetryAfter),
                }
            );
        }

        return builder.Build();
    }
}
