using Xunit;

namespace GoToolchain.Testing.Xunit;

/// <summary>What makes a test with <see cref="GoFactAttribute"/> or <see cref="GoTheoryAttribute"/> run or not.</summary>
public static class GoSkip
{
    /// <summary>False when there is no Go and the policy is <see cref="GoTestPolicy.Skip"/>.</summary>
    public static bool MayRun => GoTestToolchain.Look().SkipReason is null;

    internal static void Apply(FactAttribute test)
    {
        // Asked while tests are discovered, which editors do all the time: a look at files, never an installation.
        var seen = GoTestToolchain.Look();
        if (seen.Policy != GoTestPolicy.Skip)
        {
            return;
        }

#if XUNIT_V3
        test.Skip = seen.SkipReason ?? "There is no Go for this test any more: there was one when the tests were discovered.";
        test.SkipType = typeof(GoSkip);
        test.SkipUnless = nameof(MayRun);
        test.SkipExceptions = [typeof(GoToolchainUnavailableException)];
#else
        test.Skip = seen.SkipReason;
#endif
    }
}
