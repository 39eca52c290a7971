namespace GoToolchain.Testing;

/// <summary>
/// States the policy of a test, a test class or a test assembly: <c>[assembly: GoTestPolicy(GoTestPolicy.Skip)]</c>. The nearest one counts.
/// </summary>
/// <param name="policy">The policy. When several loaded assemblies state one, the strictest counts: Fail, then Skip, then Provision.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
public sealed class GoTestPolicyAttribute(GoTestPolicy policy) : Attribute
{
    /// <summary>The policy.</summary>
    public GoTestPolicy Policy { get; } = policy;
}
