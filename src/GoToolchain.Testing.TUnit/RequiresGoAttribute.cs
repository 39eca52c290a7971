using GoToolchain.Testing.TUnit.Running;
using TUnit.Core;
using TUnit.Core.Enums;
using TUnit.Core.Interfaces;

namespace GoToolchain.Testing.TUnit;

/// <summary>
/// A test, or every test of a class or an assembly, needs a Go, which is looked for before each of them runs, or installed. When there is none, the
/// policy (<see cref="GoTestPolicy"/>) decides whether the test is skipped or fails, in both cases with the reason and the cure.
/// </summary>
/// <param name="version">The wanted version, for example <c>1.23</c>; null: what the project says, else any.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class RequiresGoAttribute(string? version = null) : Attribute, ITestStartEventReceiver, IGoRequirement
{
    /// <inheritdoc/>
    public string? Version { get; } = version;

    /// <summary>Before other receivers.</summary>
    public int Order => int.MinValue;

    /// <summary>Before the hooks of the test.</summary>
    public EventReceiverStage Stage => EventReceiverStage.Early;

    /// <summary>Called by TUnit.</summary>
    /// <param name="context">The test that is about to run.</param>
    public async ValueTask OnTestStart(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await GoGate.EnterAsync(context).ConfigureAwait(false);
    }
}
