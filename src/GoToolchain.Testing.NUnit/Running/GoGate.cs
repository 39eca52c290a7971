using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace GoToolchain.Testing.NUnit.Running;

/// <summary>What happens before a test that needs a Go.</summary>
internal static class GoGate
{
    public static void Enter(ITest test)
    {
        if (test.Method is not { } method)
        {
            return;
        }

        var go = GoTestGate.Enter(
            method.MethodInfo,
            test.TypeInfo?.Type,
            test.Arguments,
            GoProgressLog.Instance,
            TestContext.CurrentContext.CancellationToken
        );
        if (go.SkipReason is { } reason)
        {
            Assert.Ignore(reason);
        }

        go.ThrowIfUnavailable();
    }
}
