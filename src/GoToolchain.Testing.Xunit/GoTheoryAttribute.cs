using Xunit;
#if XUNIT_V3
using System.Runtime.CompilerServices;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>A theory that needs a Go. It is skipped, with the reason, when there is none and the policy is <see cref="GoTestPolicy.Skip"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoTheoryAttribute : TheoryAttribute
{
#if XUNIT_V3
    /// <summary>Marks a theory.</summary>
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <param name="sourceLineNumber">Filled in by the compiler.</param>
    public GoTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => GoSkip.Apply(this);
#else
    /// <summary>Marks a theory.</summary>
    public GoTheoryAttribute() => GoSkip.Apply(this);
#endif
}
