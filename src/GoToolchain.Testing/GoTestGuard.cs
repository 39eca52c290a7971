using GoToolchain.Testing.Provisioning;

namespace GoToolchain.Testing;

/// <summary>
/// Fails a test run in which no test with a Go ran, because all were skipped or a filter left them out. It is on where the test assembly has the
/// attribute <c>GoTestsMustRun</c> of the package for its test framework, which asks it at the end of a run. The environment variable
/// <c>GOTC_TESTING_MUST_RUN=false</c> switches it off, for a run of some of the tests.
/// </summary>
public static class GoTestGuard
{
    internal const string Variable = "GOTC_TESTING_MUST_RUN";

    private static int s_ran;

    /// <summary>How many tests in this process were given a Go so far.</summary>
    public static int Ran => Volatile.Read(ref s_ran);

    /// <summary>It is on.</summary>
    /// <exception cref="GoToolchainException">The environment variable is neither <c>true</c> nor <c>false</c> (<c>GOTC1003</c>).</exception>
    public static bool IsOn =>
        Switched(HostMachine.Detect())
        && TestAssemblies.All.SelectMany(a => a.GetCustomAttributes(inherit: false)).OfType<IGoTestsMustRun>().Any();

    /// <summary>What is wrong with a run that ends now: null when nothing is.</summary>
    public static GoToolchainException? Verdict =>
        Ran > 0 || !IsOn
            ? null
            : new GoToolchainException(
                GoErrorCodes.NoGoTestRan,
                "This run must use Go, and no test that does has run: all were skipped or left out.",
                nextStep: $"Look at the reasons of the skipped tests and at the filter of the run, or set {Variable}=false for this run."
            );

    /// <summary>Asks it, at the end of a run.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoGoTestRan"/>.</exception>
    public static void Verify()
    {
        if (Verdict is { } wrong)
        {
            throw wrong;
        }
    }

    internal static void Count() => Interlocked.Increment(ref s_ran);

    private static bool Switched(HostMachine host) =>
        host.GetVariable(Variable)?.ToUpperInvariant() switch
        {
            null or "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            var other => throw new GoToolchainException(
                GoErrorCodes.InvalidSetting,
                $"`{other}` is neither `true` nor `false`.",
                Variable,
                "Set it to one of them, or to nothing."
            ),
        };
}
