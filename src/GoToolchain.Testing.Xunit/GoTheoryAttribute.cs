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

/// <summary>A theory that needs a Go: as <see cref="GoFactAttribute"/>. Its data may be versions of Go (<see cref="GoVersionsAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
#if XUNIT_V3
public sealed class GoTheoryAttribute : TheoryAttribute, IGoRequirement, IBeforeAfterTestAttribute
{
    /// <summary>Marks a theory.</summary>
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <param name="sourceLineNumber">Filled in by the compiler.</param>
    public GoTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) { }

    void IBeforeAfterTestAttribute.Before(MethodInfo methodUnderTest, IXunitTest test) => GoGate.Enter(methodUnderTest, test);

    void IBeforeAfterTestAttribute.After(MethodInfo methodUnderTest, IXunitTest test) { }
#else
[XunitTestCaseDiscoverer("GoToolchain.Testing.Xunit.Running.GoTheoryDiscoverer", "GoToolchain.Testing.Xunit")]
public sealed class GoTheoryAttribute : TheoryAttribute, IGoRequirement
{
#endif
    /// <summary>The version that the test needs, for example <c>1.23</c>; null: what <see cref="RequiresGoAttribute"/> says, or the project.</summary>
    public string? Version { get; set; }
}
