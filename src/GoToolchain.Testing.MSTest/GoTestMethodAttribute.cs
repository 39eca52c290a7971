using System.Runtime.CompilerServices;
using GoToolchain.Testing.MSTest.Running;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace GoToolchain.Testing.MSTest;

/// <summary>
/// A test that needs a Go, which is looked for before it runs, or installed. When there is none, the policy (<see cref="GoTestPolicy"/>) decides
/// whether the test is skipped or fails, in both cases with the reason and the cure. Data attributes of MSTest work with it.
/// </summary>
/// <param name="callerFilePath">Filled in by the compiler.</param>
/// <param name="callerLineNumber">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1019 // The base has them, under the names of MSTest.
public sealed class GoTestMethodAttribute([CallerFilePath] string callerFilePath = "", [CallerLineNumber] int callerLineNumber = -1)
#pragma warning restore CA1019
    : TestMethodAttribute(callerFilePath, callerLineNumber),
        IGoRequirement
{
    /// <summary>The version that the test needs, for example <c>1.23</c>; null: what <see cref="RequiresGoAttribute"/> says, or the project.</summary>
    public string? Version { get; set; }

    /// <inheritdoc/>
    public override async Task<TestResult[]> ExecuteAsync(ITestMethod testMethod)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var go = await GoTestGate
            .EnterAsync(testMethod.MethodInfo, testMethod.MethodInfo.ReflectedType, testMethod.Arguments, GoLiveLog.Instance)
            .ConfigureAwait(false);
        return go.Failure is { } failure
            ? [Unavailable(failure, go.SkipReason is not null)]
            : await base.ExecuteAsync(testMethod).ConfigureAwait(false);
    }

    private static TestResult Unavailable(GoToolchainUnavailableException failure, bool isSkipped) =>
        new()
        {
            Outcome = isSkipped ? UnitTestOutcome.Inconclusive : UnitTestOutcome.Failed,
            TestFailureException = isSkipped ? new AssertInconclusiveException(failure.Message) : failure,
        };
}
