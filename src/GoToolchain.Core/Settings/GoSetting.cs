namespace GoToolchain;

/// <summary>One setting, and its name in each place where it can be made.</summary>
/// <param name="Option">The option of <c>gotoolchain</c>: <c>--store</c>.</param>
/// <param name="Property">The MSBuild property: <c>GoToolchainStore</c>.</param>
/// <param name="Variable">The environment variable: <c>GOTC_STORE</c>.</param>
/// <param name="Member">The member of <c>gotoolchain.json</c>; null when it cannot be set there.</param>
/// <param name="Allowed">The values that are allowed, in words that end the sentence “Allowed is …”.</param>
/// <param name="Default">The default, in words.</param>
/// <param name="Meaning">What it decides: one sentence.</param>
/// <param name="IsList">It takes several values, in order.</param>
public sealed record GoSetting(
    string Option,
    string Property,
    string Variable,
    string? Member,
    string Allowed,
    string Default,
    string Meaning,
    bool IsList = false
)
{
    internal string OptionPlace => $"{Option} ({Property} in MSBuild)";

    /// <inheritdoc/>
    public override string ToString() => Option;
}
