using System.Text.RegularExpressions;
using static GoToolchain.Health.Checks.Running.Diagnosis.GoOutputRule;

namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Messages about variables of Go that have values with which it does not work. Which file or shell set them is found elsewhere.</summary>
internal static class SettingRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<GoOutputRule> All { get; } =
    [
        Of(
            "cmd/go/internal/base/goflags.go, InitGOFLAGS",
            "^go: parsing \\$GOFLAGS: (.+)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.InvalidFlags,
                    $"GOFLAGS holds what Go does not accept: {m.Groups[1].Value}.",
                    "Correct GOFLAGS, or run `go env -u GOFLAGS` where the go/env file has it."
                )
                {
                    Place = "GOFLAGS",
                }
        ),
        Of(
            "cmd/go/internal/toolchain/select.go, Select",
            "^go: invalid GOTOOLCHAIN \"([^\"]*)\"",
            (m, _) => Toolchain($"GOTOOLCHAIN={m.Groups[1].Value} is no toolchain.")
        ),
        Of(
            "cmd/go/internal/toolchain/select.go, Exec",
            "^go: (?:download(?:ing)? (go\\S+?)(?: for \\S+)?: (.+)|cannot find \"(go\\S+)\" in PATH.*)$",
            (m, _) => Toolchain(WantedToolchain(m))
        ),
        Of(
            "cmd/go/internal/gover/toolchain.go, TooNewError",
            "requires go >= (\\S+) \\(running go (\\S+?)(?:; GOTOOLCHAIN=(\\S+))?\\)",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.InvalidToolchainVariable,
                    $"Something wants Go {m.Groups[1].Value}, and this is {m.Groups[2].Value}.",
                    "Install that version, or look for a go.work or go.mod above the directory."
                )
        ),
        Of(
            "cmd/go/internal/modload/init.go, setDefaultBuildMod; modload.Init",
            "^(?:go: )?unknown environment setting (GO111MODULE)=(.+)$",
            (m, _) => Variable(m.Groups[1].Value, $"it is `{m.Groups[2].Value}`; Go knows `on`, `off` and `auto`")
        ),
        Of(
            "cmd/go/internal/work/init.go, buildModeInit; internal/buildcfg",
            "^(?:go: )?unsupported GOOS/GOARCH pair (\\S+)",
            (m, _) => Variable("GOOS or GOARCH", $"together they are {m.Groups[1].Value}, for which there is no Go")
        ),
        Of("internal/buildcfg/cfg.go", "^go: invalid (GO[A-Z0-9_]+): (.+)$", (m, _) => Variable(m.Groups[1].Value, m.Groups[2].Value)),
        Of(
            "internal/buildcfg/exp.go, ParseGOEXPERIMENT",
            "^(?:go: )?unknown (GOEXPERIMENT) (.+)$",
            (m, _) => Variable(m.Groups[1].Value, $"this Go has no experiment `{m.Groups[2].Value}`")
        ),
        Of(
            "cmd/go/main.go",
            "^go: (GOPATH) entry (is relative; must be absolute path|cannot start with shell metacharacter '~'): (\"[^\"\\n]*\")",
            (m, _) => Variable("GOPATH", $"its entry {m.Groups[3].Value} {m.Groups[2].Value}")
        ),
        Of(
            "cmd/go/internal/modload/init.go, (go.mod exists but should not)",
            "^\\$?(GOPATH)/go.mod exists but should not",
            (m, _) => Variable("GOPATH", "there is a go.mod in it, as in a directory of source code")
        ),
        Of(
            "cmd/go/internal/cache/default.go, DefaultDir",
            "^build cache is (?:required, but could not be located|disabled by GOCACHE=off)[:,] ?(.*)$",
            (m, _) => Variable("GOCACHE", m.Groups[1].Value)
        ),
        Of(
            "cmd/go/internal/modload/init.go; cmd/go/internal/modfetch, GOMODCACHE",
            "^(?:go: )?(?:module cache not found|missing \\$?GOPATH|cannot use absolute path|GOMODCACHE)(.*)$",
            (m, _) => Variable("GOMODCACHE", m.Value)
        ),
        Of(
            "cmd/go/internal/modload/init.go, loadWorkFile",
            "^(?:go: )?reading go\\.work: open (\\S+): (.+)$",
            (m, _) => Variable("GOWORK", $"{m.Groups[1].Value} cannot be read ({m.Groups[2].Value})")
        ),
        Of(
            "cmd/go/internal/modload/load.go; cmd/go/internal/modload/list.go",
            "^(?:go: )?(.*cannot be used with GO111MODULE=off.*|modules disabled by GO111MODULE=off.*)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.ModulesBroken,
                    $"Modules are switched off: {m.Groups[1].Value.Replace("go: ", "", StringComparison.Ordinal)}.",
                    "Take GO111MODULE out of the environment, or run `go env -u GO111MODULE`."
                )
                {
                    Place = "GO111MODULE",
                }
        ),
        Of(
            "cmd/go/internal/modfetch/proxy.go, proxyList",
            "(invalid proxy URL.*|GOPROXY list is not the empty string, but contains no entries|proxy URL.*|invalid \\$?GOPROXY.*)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.InvalidModuleProxy,
                    $"GOPROXY is no list of module proxies: {m.Groups[1].Value}.",
                    "Correct GOPROXY, or run `go env -u GOPROXY`."
                )
                {
                    Place = "GOPROXY",
                }
        ),
        Of(
            "cmd/go/internal/modfetch/sumdb.go, dbDial",
            "(missing \\$?GOSUMDB|invalid GOSUMDB.*|malformed verifier id|GOSUMDB=.* (?:is not|invalid).*)$",
            (m, _) =>
                new HealthFinding(
                    GoErrorCodes.InvalidChecksumDatabase,
                    $"GOSUMDB names no checksum database: {m.Groups[1].Value}.",
                    "Correct GOSUMDB, or run `go env -u GOSUMDB`."
                )
                {
                    Place = "GOSUMDB",
                }
        ),
        Of(
            "cmd/go/internal/load/pkg.go, setBuildInfo (error obtaining VCS status)",
            "^error obtaining VCS status: (.+)$",
            (m, f) =>
                new HealthFinding(
                    GoErrorCodes.ProgramNotBuilt,
                    $"The version control system around {f.Result.Directory} does not answer: {m.Groups[1].Value}.",
                    "Build with -buildvcs=false, or let the directory for temporary files (TMPDIR) lie outside a working copy."
                )
        ),
    ];

    private static HealthFinding Variable(string name, string why) =>
        new(GoErrorCodes.InvalidVariable, $"Go does not work with this value of {name}: {why}.", $"Correct {name}, or take it out.")
        {
            Place = name,
        };

    private static HealthFinding Toolchain(string cause) =>
        new(GoErrorCodes.InvalidToolchainVariable, cause, "Set GOTOOLCHAIN to `local`, or run `go env -u GOTOOLCHAIN`.")
        {
            Place = "GOTOOLCHAIN",
        };

    private static string WantedToolchain(Match match) =>
        match.Groups[3].Length > 0
            ? $"Go is told to be {match.Groups[3].Value}, and no such command is on PATH."
            : $"Go is told to be {match.Groups[1].Value}, and that cannot be had: {match.Groups[2].Value}.";
}
