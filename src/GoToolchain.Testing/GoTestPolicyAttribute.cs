namespace GoToolchain.Testing;

/// <summary>States the policy of a test assembly: <c>[assembly: GoTestPolicy(GoTestPolicy.Skip)]</c>.</summary>
/// <param name="policy">The policy. When several loaded assemblies state one, the strictest counts: Fail, then Skip, then Provision.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GoTestPolicyAttribute(GoTestPolicy policy) : Attribute
{
    /// <summary>The policy.</summary>
    public GoTestPolicy Policy { get; } = policy;
}
