using TUnit.Core;
using TUnit.Core.Interfaces;

namespace GoToolchain.Testing.TUnit;

/// <summary>
/// A run of this test assembly fails when no test with a Go ran in it: <c>[assembly: GoTestsMustRun]</c>. Against suites that skip all that they are
/// for, and still are green. <c>GOTC_TESTING_MUST_RUN=false</c> switches it off for a run of some of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GoTestsMustRunAttribute : Attribute, IGoTestsMustRun, ILastTestInTestSessionEventReceiver
{
    /// <summary>After other receivers.</summary>
    public int Order => int.MaxValue;

    /// <summary>Called by TUnit.</summary>
    /// <param name="current">The session.</param>
    /// <param name="testContext">Its last test.</param>
    public ValueTask OnLastTestInTestSession(TestSessionContext current, TestContext testContext)
    {
        GoTestGuard.Verify();
        return ValueTask.CompletedTask;
    }
}
