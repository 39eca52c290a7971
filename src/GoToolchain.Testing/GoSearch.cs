using System.Reflection;
using System.Runtime.Loader;

namespace GoToolchain.Testing;

/// <summary>Finds or installs the Go of a test run, and turns every way in which that can fail into a recorded outcome.</summary>
internal static class GoSearch
{
    public static async Task<GoTestToolchain> RunAsync(GoTestOptions options, bool mayInstall)
    {
        // Until the policy is known: a policy that cannot be read must not let tests be skipped.
        var decision = new PolicyDecision(GoTestPolicy.Fail, "the policy cannot be read");
        try
        {
            var toolchain = options.Toolchain ?? new GoToolchainOptions { ProjectDirectory = DirectoryOfTests };
            decision = PolicyDecision.Resolve(options.Policy, AssembliesBesideThisOne, toolchain.Host);
            if (!mayInstall || decision.Policy != GoTestPolicy.Provision)
            {
                toolchain = toolchain with { Downloads = GoDownloads.Never };
            }

            return new GoTestToolchain(
                decision,
                await new GoToolchainManager(toolchain).EnsureAsync(options.Version).ConfigureAwait(false)
            );
        }
        catch (GoToolchainException e)
        {
            return new GoTestToolchain(decision, Explain(e, decision));
        }
#pragma warning disable CA1031 // A bug of ours must not end the start of a fixture, where no test shows it: it is thrown at each use instead.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var failure = new GoToolchainUnavailableException(GoErrorCodes.Internal, e.ToString(), "This is a bug; please report it.", e);
            return new GoTestToolchain(decision, failure);
        }
    }

    // The test assembly is among them: it could not see the attribute otherwise.
    private static IEnumerable<Assembly> AssembliesBesideThisOne =>
        AssemblyLoadContext.GetLoadContext(typeof(GoSearch).Assembly)?.Assemblies ?? AppDomain.CurrentDomain.GetAssemblies();

    // This assembly lies beside the test assembly, also under test hosts whose own base directory is elsewhere.
    private static string DirectoryOfTests =>
        Path.GetDirectoryName(typeof(GoSearch).Assembly.Location) is { Length: > 0 } directory ? directory : AppContext.BaseDirectory;

    private static GoToolchainUnavailableException Explain(GoToolchainException failure, PolicyDecision decision)
    {
        var reason = failure.Place is null ? failure.Problem : $"{failure.Problem} [{failure.Place}]";
        if (decision.Policy == GoTestPolicy.Provision || failure.Code == GoErrorCodes.InvalidSetting)
        {
            return new GoToolchainUnavailableException(failure.Code, reason, failure.NextStep ?? $"See {failure.HelpLink}.", failure);
        }

        return new GoToolchainUnavailableException(
            failure.Code,
            $"{reason} Tests do not install one: the policy is {decision.Policy}, because {decision.Because}.",
            $"Install a Go before the tests run, or set {PolicyDecision.Variable}={GoTestPolicy.Provision}.",
            failure
        );
    }
}
