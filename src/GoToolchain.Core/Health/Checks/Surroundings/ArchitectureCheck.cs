using System.Text.RegularExpressions;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Are GOAMD64 and its kin values that Go accepts? (internal/buildcfg, <c>cfg.go</c>)</summary>
internal sealed partial class ArchitectureCheck : SurroundingCheck
{
    private const int FirstWithFloatOption = 22;
    private const int FirstWithPower10 = 20;
    private const int FirstWithProfile23 = 25;
    private const int FirstToLoseComplaints = 23;

    public override string Id => "env.architecture";

    public override string Title => "GOAMD64 and its kin are accepted";

    protected override string Ran => "read GO386, GOAMD64, GOARM, GOARM64, GOMIPS, GOMIPS64, GOPPC64, GORISCV64 and GOWASM";

    protected override string Expected => "not set, or a level that this Go knows";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        foreach (var facts in Environments.GoVariableTable.All.Where(v => v.Architecture is not null && v.Since <= surroundings.Go.Minor))
        {
            if (
                SetVariable.Find(surroundings, facts.Name) is { } set
                && Allowed(facts.Name, set.Value, surroundings.Go.Minor) is { } allowed
            )
            {
                var (effect, severity) = Effect(
                    set,
                    surroundings,
                    surroundings.Values.Target.Arch.StartsWith(facts.Architecture!, StringComparison.Ordinal)
                );
                yield return set.Finding(GoErrorCodes.InvalidVariable, $"but has to be {allowed}: {effect}", severity: severity);
            }
        }
    }

    // Every go command looks at the variables of the process, the compiler only at the one of its target. From 1.23 on the complaint about two of
    // them is lost, for that about GOARM64 is put in its place (internal/buildcfg, `goarm64`); then the default is taken.
    private static (string Effect, HealthSeverity Severity) Effect(SetVariable set, GoSurroundings surroundings, bool isTarget) =>
        set.Name is "GOAMD64" or "GOARM" && surroundings.Go.Minor >= FirstToLoseComplaints
            ? ("Go takes no notice of it and builds for the default", HealthSeverity.Warning)
        : set.Origin == GoVariableOrigin.Process && set.Name != "GO386" ? ("every `go` command fails", HealthSeverity.Error)
        : ("builds for that architecture fail", isTarget ? HealthSeverity.Error : HealthSeverity.Warning);

    // Null when the value is allowed.
    private static string? Allowed(string name, string value, int minor)
    {
        var (isAllowed, words) = name switch
        {
            "GO386" => (value is "sse2" or "softfloat", "sse2 or softfloat"),
            "GOAMD64" => (value is "v1" or "v2" or "v3" or "v4", "v1, v2, v3 or v4"),
            "GOARM" when minor < FirstWithFloatOption => (value is "5" or "6" or "7", "5, 6 or 7"),
            "GOARM" => (Arm().IsMatch(value), "5, 6 or 7, with at most `,softfloat` or `,hardfloat` behind it"),
            "GOARM64" => (Arm64().IsMatch(value), "v8.0 to v8.9 or v9.0 to v9.5, with at most `,lse` and `,crypto` behind it"),
            "GOMIPS" or "GOMIPS64" => (value is "hardfloat" or "softfloat", "hardfloat or softfloat"),
            "GOPPC64" => (value is "power8" or "power9" || (value == "power10" && minor >= FirstWithPower10), "power8, power9 or power10"),
            "GORISCV64" => (
                value is "rva20u64" or "rva22u64" || (value == "rva23u64" && minor >= FirstWithProfile23),
                minor >= FirstWithProfile23 ? "rva20u64, rva22u64 or rva23u64" : "rva20u64 or rva22u64"
            ),
            _ => (value.Split(',').All(f => f is "satconv" or "signext" or ""), "satconv, signext or both"),
        };
        return isAllowed ? null : words;
    }

    [GeneratedRegex("^[567](,softfloat|,hardfloat)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Arm();

    [GeneratedRegex("^v(8\\.[0-9]|9\\.[0-5])(,lse|,crypto)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Arm64();
}
