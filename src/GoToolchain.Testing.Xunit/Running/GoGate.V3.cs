#if XUNIT_V3
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>What happens before a test that needs a Go.</summary>
internal static class GoGate
{
    public static void Enter(MethodInfo method, IXunitTest test)
    {
        var go = GoTestGate.Enter(
            method,
            test.TestCase.TestClass.Class,
            test.TestMethodArguments,
            new DiagnosticLog(),
            TestContext.Current.CancellationToken
        );
        if (go.SkipReason is { } reason)
        {
            throw new GoTestSkippedException(reason);
        }

        go.ThrowIfUnavailable();
    }

    // The steps of an installation are for whoever watches the run, not for the output of the test that happens to be the first.
    private sealed class DiagnosticLog : IGoTestLog
    {
        private readonly ITestContext _context = TestContext.Current;

        public void WriteLine(string line) => _context.SendDiagnosticMessage(line);
    }
}
#endif
