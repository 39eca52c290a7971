using TUnit.Core;

namespace GoToolchain.Testing.TUnit.Running;

/// <summary>Asks the guard when the session is over; TUnit reports what is thrown here as a failure of the session.</summary>
public static class GuardHook
{
    /// <summary>Called by TUnit.</summary>
    [After(HookType.TestSession)]
    public static void Verify() => GoTestGuard.Verify();
}
