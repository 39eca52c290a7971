using Xunit;
#if XUNIT_V3
using System.Reflection;
using System.Runtime.CompilerServices;
using GoToolchain.Testing.Xunit.Running;
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// A test that needs a Go, which is looked for before it runs, or installed. When there is none, the policy (<see cref="GoTestPolicy"/>) decides
/// whether the test is skipped or fails, in both cases with the reason and the cure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
#if XUNIT_V3
public sealed class GoFactAttribute : FactAttribute, IGoRequirement, IBeforeAfterTestAttribute
{
    /// <summary>Marks a test.</summary>
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <param name="sourceLineNumber">Filled in by the compiler.</param>
    public GoFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) { }

    void IBeforeAfterTestAttribute.Before(MethodInfo methodUnderTest, IXunitTest test) => GoGate.Enter(methodUnderTest, test);

    void IBeforeAfterTestAttribute.After(MethodInfo methodUnderTest, IXunitTest test) { }
#else
[XunitTestCaseDiscoverer("GoToolchain.Testing.Xunit.Running.GoFactDiscoverer", "GoToolchain.Testing.Xunit")]
public sealed class GoFactAttribute : FactAttribute, IGoRequirement
{
#endif
    /// <summary>The version that the test needs, for example <c>1.23</c>; null: what <see cref="RequiresGoAttribute"/> says, or the project.</summary>
    public string? Version { get; set; }
}
