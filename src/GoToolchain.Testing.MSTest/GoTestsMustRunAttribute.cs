namespace GoToolchain.Testing.MSTest;

/// <summary>
/// A run of this test assembly fails when no test with a Go ran in it: <c>[assembly: GoTestsMustRun]</c>, beside the
/// <c>AssemblyFixtureProvider</c> of <see cref="GoAssembly"/>. Against suites that skip all that they are for, and still are green.
/// <c>GOTC_TESTING_MUST_RUN=false</c> switches it off for a run of some of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GoTestsMustRunAttribute : Attribute, IGoTestsMustRun;
