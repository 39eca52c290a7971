using GoToolchain.Testing.NUnit.Running;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// A test, or every test of a fixture or an assembly, needs a Go, which is looked for before each of them runs, or installed. When there is none,
/// the policy (<see cref="GoTestPolicy"/>) decides whether the test is ignored or fails, in both cases with the reason and the cure.
/// </summary>
/// <param name="version">The wanted version, for example <c>1.23</c>; null: what the project says, else any.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class RequiresGoAttribute(string? version = null) : NUnitAttribute, ITestAction, IGoRequirement
{
    /// <inheritdoc/>
    public string? Version { get; } = version;

    /// <summary>Before each test, wherever the attribute stands.</summary>
    public ActionTargets Targets => ActionTargets.Test;

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The test that is about to run.</param>
    public void BeforeTest(ITest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        GoGate.Enter(test);
    }

    /// <summary>Called by NUnit.</summary>
    /// <param name="test">The test that has run.</param>
    public void AfterTest(ITest test) { }
}
