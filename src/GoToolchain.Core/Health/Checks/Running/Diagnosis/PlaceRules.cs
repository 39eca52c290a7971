using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages about directories in which Go cannot work.</summary>
internal static class PlaceRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        // The texts of errno are those of package syscall, zerrors_*.go, and of the C library for a C compiler.
        Of(
            "syscall/zerrors_linux_amd64.go",
            "^(?:.*?[ :\"](/[^\\s:\"]+): ?)?.*(no space left on device|disk quota exceeded|There is not enough space on the disk)",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.NoSpaceLeft,
                    $"There is no room to build: {m.Groups[2].Value.ToLowerInvariant()}{At(m.Groups[1].Value)}.",
                    "Free some space, or let GOTMPDIR and GOCACHE name directories with more room."
                )
                {
                    Place = PlaceOf(m.Groups[1].Value),
                }
        ),
        Of(
            "cmd/go/internal/cache/default.go, initDefaultCache",
            "^(?:go: )?failed to initialize build cache at (.+?): (.+)$",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.PlaceNotWritable,
                    $"The build cache {m.Groups[1].Value} cannot be used: {m.Groups[2].Value}",
                    "Make it a directory of this user, or let GOCACHE name another one."
                )
                {
                    Place = m.Groups[1].Value,
                }
        ),
        Of(
            "cmd/go/internal/work/action.go, newBuilder",
            "^go: creating work dir: (?:[a-z]+ )?(.+?): (.+)$",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.PlaceNotWritable,
                    $"Go cannot make its temporary directory in {m.Groups[1].Value}: {m.Groups[2].Value}.",
                    "Let GOTMPDIR (or TMPDIR) name a directory that exists and that this user may write."
                )
                {
                    Place = m.Groups[1].Value,
                }
        ),
        Of(
            "cmd/go/internal/cache/cache.go; cmd/go/internal/modfetch/cache.go; os, PathError",
            "(?:open|mkdir|create|rename|remove|lock|unlink|truncate|chmod) ([^:\\n]+): (permission denied|read-only file system|Access is denied\\.?|operation not permitted)",
            (m, f) => Denied(f, f.Resolve(m.Groups[1].Value), m.Groups[2].Value)
        ),
    ];

    private static HealthFinding Denied(GoFailure failure, string place, string why)
    {
        return failure.Tree.Inside(place) is { } inside
            ? new HealthFinding(
                GoErrorCodes.RootUnreadable,
                $"{inside} in GOROOT cannot be opened: {why}.",
                "Give this user the right to read the tree, or use another Go."
            )
            {
                Place = place,
            }
            : new HealthFinding(
                GoErrorCodes.PlaceNotWritable,
                $"Go cannot write {place}: {why}.",
                "Make it this user's own (files that were made with sudo are the usual cause), or let Go use another directory."
            )
            {
                Place = place,
            };
    }

    private static string At(string place) => place.Length == 0 ? "" : $" ({place})";

    private static string? PlaceOf(string place) => place.Length == 0 ? null : place;
}
