using System.Reflection;

namespace GoToolchain.Testing.Provisioning;

/// <summary>A policy, and who decided it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Because">The end of a sentence that begins with <c>because</c>.</param>
internal sealed record PolicyDecision(GoTestPolicy Policy, string Because)
{
    public const string Variable = "GOTC_TESTING_POLICY";

    /// <exception cref="GoToolchainException">The environment variable has a value that is no policy.</exception>
    public static PolicyDecision Resolve(GoTestPolicy? asked, IEnumerable<Assembly> assemblies, HostMachine host)
    {
        if (asked is { } policy)
        {
            return new(policy, "the test asks for it");
        }

        var stated = assemblies
            .Where(assembly => !assembly.IsDynamic)
            .Select(assembly => (assembly, attribute: assembly.GetCustomAttribute<GoTestPolicyAttribute>()))
            .Where(pair => pair.attribute is not null)
            .OrderByDescending(pair => Strictness(pair.attribute!.Policy))
            .FirstOrDefault();
        if (stated.attribute is { } attribute)
        {
            return new(attribute.Policy, $"the assembly {stated.assembly.GetName().Name} says so");
        }

        if (host.GetVariable(Variable) is { } value)
        {
            return
                Enum.TryParse<GoTestPolicy>(value, ignoreCase: true, out var parsed)
                && Enum.IsDefined(parsed)
                && !char.IsAsciiDigit(value[0])
                ? new(parsed, $"{Variable} says so")
                : throw new GoToolchainException(
                    GoErrorCodes.InvalidSetting,
                    $"`{value}` is not a policy for tests.",
                    Variable,
                    $"Set it to {string.Join(", ", Enum.GetNames<GoTestPolicy>())}, or to nothing."
                );
        }

        return ContinuousIntegration.SignOf(host) is { } sign
            ? new(GoTestPolicy.Fail, $"this is a CI machine ({sign} is set)")
            : new(GoTestPolicy.Provision, "that is the default");
    }

    private static int Strictness(GoTestPolicy policy) =>
        policy switch
        {
            GoTestPolicy.Fail => 2,
            GoTestPolicy.Skip => 1,
            _ => 0,
        };
}
