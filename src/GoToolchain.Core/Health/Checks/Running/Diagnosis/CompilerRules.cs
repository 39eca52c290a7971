using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages about C compilers, from Go's side.</summary>
internal static class CompilerRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        Of(
            "cmd/go/internal/work/exec.go, cgo; os/exec, ErrNotFound",
            "^(?:cgo|go): (?:C compiler )?\"([^\"]+)\"(?: not found)?: exec: \"[^\"]+\": (.+)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.CompilerMissing,
                    $"The C compiler `{m.Groups[1].Value}` is not there: {m.Groups[2].Value}.",
                    "Correct CC (`go env -u CC`), install a C compiler, or build with CGO_ENABLED=0."
                )
                {
                    Place = "CC",
                }
        ),
        Of(
            "cmd/go/internal/work/security.go, checkFlags",
            "^(?:go build \\S+: )?invalid flag in (\\S+?): (.+)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.InvalidVariable,
                    $"Go does not pass on the flag {m.Groups[2].Value} of {m.Groups[1].Value}.",
                    $"Take it out of {m.Groups[1].Value}, or allow it with {m.Groups[1].Value}_ALLOW."
                )
                {
                    Place = m.Groups[1].Value,
                }
        ),
    ];
}
