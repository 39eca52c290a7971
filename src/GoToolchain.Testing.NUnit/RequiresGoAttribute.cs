using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace GoToolchain.Testing.NUnit;

/// <summary>
/// A test, fixture or assembly that needs a Go. When there is none, the policy <see cref="GoTestPolicy.Skip"/> ignores it with the reason, and
/// <see cref="GoTestPolicy.Fail"/> fails it with the reason. Under <see cref="GoTestPolicy.Provision"/> it runs: <see cref="GoSetUpFixture"/> installs.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = true)]
public sealed class RequiresGoAttribute : NUnitAttribute, IApplyToTest
{
    /// <summary>Called by NUnit while it discovers tests.</summary>
    /// <param name="test">The test.</param>
    public void ApplyToTest(Test test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var seen = GoTestToolchain.Look();
        if (seen.Failure is not { } failure || test.RunState == RunState.NotRunnable)
        {
            return;
        }

        if (seen.Policy == GoTestPolicy.Skip)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, failure.Message);
        }
        else if (seen.Policy == GoTestPolicy.Fail)
        {
            test.MakeInvalid(failure.Message);
        }
    }
}
