namespace GoToolchain.Testing.NUnit.Running;

/// <summary>
/// Gives a test program that would end well an exit code that does not. Under Microsoft.Testing.Platform, NUnit tells nobody about a failure in the
/// tear-down of a suite; the exit code is what is left.
/// </summary>
internal static class GuardExitCode
{
    // https://learn.microsoft.com/dotnet/core/testing/microsoft-testing-platform-troubleshooting#exit-codes: at least one failure.
    private const int Failed = 2;

    public static void SetAtExit()
    {
        if (GoTestGuard.Verdict is { } wrong)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Fail(wrong);
        }
    }

    private static void Fail(GoToolchainException wrong)
    {
        if (Environment.ExitCode == 0)
        {
            Console.Error.WriteLine($"{wrong.Code}: {wrong.Message}");
            Environment.ExitCode = Failed;
        }
    }
}
