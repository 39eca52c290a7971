#if XUNIT_V3
namespace GoToolchain.Testing.Xunit.Running;

/// <summary>Asks the guard when the tests of the assembly are over; xunit v3 reports what is thrown here as a failure of the assembly.</summary>
public sealed class GuardFixture : IDisposable
{
    /// <summary>Called by xunit.</summary>
    public void Dispose() => GoTestGuard.Verify();
}
#endif
