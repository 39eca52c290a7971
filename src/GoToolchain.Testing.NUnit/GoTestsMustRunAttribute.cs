using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// A run of this test assembly fails when no test with a Go ran in it: <c>[assembly: GoTestsMustRun]</c>. Against suites that skip all that they are
/// for, and still are green. <c>GOTC_TESTING_MUST_RUN=false</c> switches it off for a run of some of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GoTestsMustRunAttribute : NUnitAttribute, ITestAction, IGoTestsMustRun
{
    /// <summary>Around the assembly.</summary>
    public ActionTargets Targets => ActionTargets.Suite;

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The assembly.</param>
    public void BeforeTest(ITest test) { }

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The assembly.</param>
    public void AfterTest(ITest test) => GoTestGuard.Verify();
}
