using System.Text.RegularExpressions;
using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages of parts of different versions that met.</summary>
internal static class VersionRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        Of(
            "cmd/compile/internal/base/flag.go; cmd/go passes -goversion",
            "^(?:\\S*/)?(\\w+)(?:\\.exe)?: version \"([^\"]+)\" does not match go tool version \"([^\"]+)\"",
            (m, f) => Mixed(f, m.Groups[1].Value, m.Groups[2].Value, "go", m.Groups[3].Value)
        ),
        Of(
            "cmd/link/internal/ld/lib.go, loadobjfile",
            "linked object header mismatch:\\nhave \"go object \\S+ \\S+ (\\S+)[^\\n]*\\n?want \"go object \\S+ \\S+ (\\S+)",
            (m, f) => Mixed(f, "link", Version(m.Groups[2]), "compile", Version(m.Groups[1]))
        ),
        Of(
            "cmd/compile/internal/noder/import.go (object is … expected …), up to 1.20 for the packages in pkg/GOOS_GOARCH",
            "object is \\[go object \\S+ \\S+ (\\S+)[^\\]]*\\] expected \\[go object \\S+ \\S+ (\\S+)",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.VersionsMixed,
                    $"Compiled packages of two versions are mixed: one was made by {Version(m.Groups[1])}, the compiler is {Version(m.Groups[2])}.",
                    f.Tree.InstallAgain
                )
        ),
        Of(
            "flag, failf; cmd/asm/internal/flags, cmd/compile/internal/base",
            "^flag provided but not defined: (-\\S+)\\nusage: (asm|compile|link|cgo|vet|cover)\\b",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.VersionsMixed,
                    $"{f.Tree.Shorten(f.Tree.Tool(m.Groups[2].Value))} does not know {m.Groups[1].Value}, which `go` passes to it: it belongs to another version.",
                    f.Tree.InstallAgain
                )
                {
                    Place = f.Tree.Tool(m.Groups[2].Value),
                }
        ),
        Of(
            "cmd/go/internal/load/pkg.go, ImportStack (import cycle not allowed)",
            "^package (\\S+)\\n(?:\\s+imports \\S+.*\\n)*\\s+imports \\S+: import cycle not allowed",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.VersionsMixed,
                    $"Packages of the standard library import one another in a circle ({m.Groups[1].Value}): files of two versions are mixed.",
                    f.Tree.InstallAgain
                )
        ),
    ];

    // The part that does not say what VERSION says is the stranger.
    private static HealthFinding Mixed(GoFailure failure, string part, string version, string otherPart, string otherVersion)
    {
        var own = failure.Tree.Version is { } named ? "go" + named : null;
        var (stranger, strange, rest) =
            otherVersion != own && version == own ? (otherPart, otherVersion, version) : (part, version, otherVersion);
        var place = stranger == "go" ? Path.Combine(failure.Tree.Root, "bin", "go") : failure.Tree.Tool(stranger);
        var cause = $"Parts of two versions are in one tree: {failure.Tree.Shorten(place)} is of {strange}, the rest of {rest}.";
        return new HealthFinding(GoErrorCodes.VersionsMixed, cause, failure.Tree.InstallAgain) { Place = place };
    }

    private static string Version(Group group) => group.Value.TrimEnd('"', '\\', 'n');
}
