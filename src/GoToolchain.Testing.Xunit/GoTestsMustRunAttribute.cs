#if XUNIT_V3
using GoToolchain.Testing.Xunit.Running;
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// A run of this test assembly fails when no test with a Go ran in it: <c>[assembly: GoTestsMustRun]</c>. Against suites that skip all that they are
/// for, and still are green. <c>GOTC_TESTING_MUST_RUN=false</c> switches it off for a run of some of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
#if XUNIT_V3
public sealed class GoTestsMustRunAttribute : Attribute, IGoTestsMustRun, IAssemblyFixtureAttribute
{
    Type IAssemblyFixtureAttribute.AssemblyFixtureType => typeof(GuardFixture);
}
#else
[TestFrameworkDiscoverer("GoToolchain.Testing.Xunit.Running.GuardedTestFrameworkDiscoverer", "GoToolchain.Testing.Xunit")]
public sealed class GoTestsMustRunAttribute : Attribute, IGoTestsMustRun, ITestFrameworkAttribute;
#endif
