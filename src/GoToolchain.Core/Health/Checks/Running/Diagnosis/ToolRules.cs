using GoToolchain.Inspection;
using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages about programs of the tree that cannot be run, or crash.</summary>
internal static class ToolRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        Of(
            "cmd/go/internal/base/tool.go, ToolPath",
            "^go: no such tool \"([^\"]+)\"",
            (m, f) => Missing(f, f.Tree.Shorten(f.Tree.Tool(m.Groups[1].Value)))
        ),
        Of(
            "cmd/go/internal/cfg/cfg.go, findGOROOT; cmd/go/main.go",
            "^go: cannot find GOROOT directory: (.+)$",
            (m, f) => LostRoot(f, m.Groups[1].Value)
        ),
        Of(
            "cmd/go/internal/work/buildid.go, toolID; os/exec",
            "fork/exec ([^:\\n]+): (permission denied|exec format error|no such file or directory|operation not permitted|input/output error)",
            (m, f) => NotStarted(f, f.Resolve(m.Groups[1].Value), m.Groups[2].Value)
        ),
        Of(
            "cmd/go/internal/work/buildid.go, toolID; os.ProcessState.String",
            "^go: error obtaining buildID for go tool (\\w+): (signal: [^\\n(]+|exit status \\d+)",
            (m, f) => Crashed(f, f.Tree.Tool(m.Groups[1].Value), m.Groups[2].Value)
        ),
        Of(
            "cmd/go/internal/work/exec.go, reportCmd; os.ProcessState.String",
            "^(?:go build [^:\\n]+: )?(\\S+/)?(compile|link|asm|cgo|vet|cover)(?:\\.exe)?: (signal: [^\\n(]+)",
            (m, f) => Crashed(f, f.Tree.Tool(m.Groups[2].Value), m.Groups[3].Value.Trim())
        ),
        Of(
            "cmd/compile/internal/base/print.go, FatalfAt",
            "^(\\S+?):(\\d+)(?::\\d+)?: internal compiler error: (.+)$",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.FileDamaged,
                    $"The compiler fails on {f.Tree.Shorten(f.Resolve(m.Groups[1].Value))}:{m.Groups[2].Value} ({m.Groups[3].Value}): it is damaged, or the file is.",
                    f.Tree.InstallAgain
                )
                {
                    Place = f.PlaceOf(m.Groups[1].Value, m.Groups[2].Value),
                }
        ),
    ];

    /// <summary>Names what makes a program crash.</summary>
    /// <param name="failure">Where it was seen.</param>
    /// <param name="program">Absolute.</param>
    /// <param name="ending">How it ended, as Go prints it.</param>
    public static HealthFinding Crashed(GoFailure failure, string program, string ending)
    {
        var name = failure.Tree.Shorten(program);
        // The kernel ends what takes the last memory with this signal; a damaged program never gets it.
        return ending.Contains("killed", StringComparison.Ordinal)
            ? new HealthFinding(
                GoErrorCodes.ProgramNotBuilt,
                $"{name} was killed from outside while it worked: the usual cause is that there was no memory left.",
                "Give the machine or container more memory, or build with GOFLAGS=-p=1."
            )
            {
                Place = program,
            }
            : new HealthFinding(
                GoErrorCodes.FileDamaged,
                $"{name} crashes as soon as it starts ({ending}): the file is damaged.",
                failure.Tree.InstallAgain
            )
            {
                Place = program,
            };
    }

    /// <summary>Names what keeps a program of the tree from being started.</summary>
    /// <param name="failure">Where it was seen.</param>
    /// <param name="program">Absolute.</param>
    /// <param name="why">The system's words.</param>
    public static HealthFinding? NotStarted(GoFailure failure, string program, string why)
    {
        if (failure.Tree.Inside(program) is not { } inside)
        {
            return null;
        }

        var facts = FileFacts.Of(program);
        if (facts.Kind != FileKind.File)
        {
            return Missing(failure, inside);
        }

        if (!facts.IsExecutable)
        {
            return new HealthFinding(
                GoErrorCodes.NotExecutable,
                $"{inside} has lost its permission to be executed.",
                $"Run `chmod +x {program}`."
            )
            {
                Place = program,
            };
        }

        if (why.Contains("denied", StringComparison.Ordinal) || why.Contains("permitted", StringComparison.Ordinal))
        {
            return new HealthFinding(
                GoErrorCodes.PlaceNotExecutable,
                $"{inside} may not be executed here ({why}): its file system is mounted noexec, or a directory above it is closed to this user.",
                "Mount it without noexec, open the directories, or use a Go in another place."
            )
            {
                Place = program,
            };
        }

        var cause =
            facts.Length == 0
                ? $"{inside} is empty."
                : $"{inside} is no program for this machine ({why}): the file is damaged, or of another platform.";
        return new HealthFinding(GoErrorCodes.FileDamaged, cause, failure.Tree.InstallAgain) { Place = program };
    }

    private static HealthFinding Missing(GoFailure failure, string path) =>
        new(GoErrorCodes.PartMissing, $"{path} is missing from GOROOT.", failure.Tree.InstallAgain)
        {
            Place = Path.Combine(failure.Tree.Root, path),
        };

    // Without pkg/tool beside it, `go` does not believe that it lives in a GOROOT, and looks where it was built.
    private static HealthFinding? LostRoot(GoFailure failure, string elsewhere) =>
        Directory.Exists(Path.Combine(failure.Tree.Root, "pkg", "tool"))
            ? new HealthFinding(
                GoErrorCodes.RootVariableWrong,
                $"`go` is told to work in a GOROOT that does not exist: {elsewhere}",
                "Take GOROOT out of the environment and out of the go/env file; Go finds its own."
            )
            : Missing(failure, "pkg/tool");
}
