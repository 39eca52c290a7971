using GoToolchain.Testing.NUnit.Running;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// A run of this test assembly fails when no test with a Go ran in it: <c>[assembly: GoTestsMustRun]</c>. It needs a <see cref="GoSetUpFixture"/> outside
/// of all namespaces, which says so at its end. Against suites that skip all that they are for, and still are green.
/// <c>GOTC_TESTING_MUST_RUN=false</c> switches it off for a run of some of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GoTestsMustRunAttribute : NUnitAttribute, ITestAction, IGoTestsMustRun
{
    /// <summary>Around the assembly.</summary>
    public ActionTargets Targets => ActionTargets.Suite;

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The assembly.</param>
    public void BeforeTest(ITest test)
    {
        if (test is TestAssembly { Assembly: { } assembly } && !assembly.GetTypes().Any(GoSetUpFixture.SpansAssembly))
        {
            throw new InvalidOperationException(
                $"{nameof(GoTestsMustRunAttribute)} needs a class with [SetUpFixture] that derives from {nameof(GoSetUpFixture)} and stands in no namespace."
            );
        }
    }

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The assembly.</param>
    public void AfterTest(ITest test) => GuardExitCode.SetAtExit();
}
