using static GoToolchain.Inspection.Rules.GoRootHarm;
using static GoToolchain.Inspection.Rules.GoRootPartKind;

namespace GoToolchain.Inspection.Rules;

internal static partial class GoRootRules
{
    private const string Modules = "toolchains that `go` itself has downloaded (cmd/distpack/pack.go, modArch)";
    private const string Wasm = "https://go.dev/doc/go1.24#wasm; cmd/distpack/test.go, modRules";

    private static IEnumerable<GoRootRule> Data =>
        [
            new(
                "VERSION",
                GoRootPartKind.VersionFile,
                GoLines.All,
                Slight,
                "nothing can tell the version of the tree without running it, though `go` itself never reads the file",
                "cmd/dist/build.go, findgoversion; cmd/distpack/test.go"
            ),
            new(
                "go.env",
                DefaultsFile,
                new GoLines(21),
                Part,
                "GOPROXY and GOSUMDB have no value, so that no module is downloaded or verified as usual, and GOTOOLCHAIN is `local`",
                "cmd/go/internal/cfg; tried on 1.24"
            ),
            .. ((string[])["go_js_wasm_exec", "wasm_exec.js", "wasm_exec_node.js", "go_wasip1_wasm_exec"]).Select(file => new GoRootRule(
                $"lib/wasm/{file}",
                DataFile,
                new GoLines(24),
                Slight,
                "programs for WebAssembly do not run",
                Wasm
            )),
            new("misc/wasm/wasm_exec.js", DataFile, new GoLines(GoLines.Oldest, 23), Slight, "programs for WebAssembly do not run", Wasm)
            {
                LeftOutBy = Modules,
            },
            new(
                "lib/fips140/fips140.sum",
                DataFile,
                new GoLines(24),
                Slight,
                "builds with GOFIPS140 do not work",
                "https://go.dev/doc/security/fips140; trees of 1.24 to 1.27"
            ),
            new(
                "lib/hg/goreposum.py",
                DataFile,
                new GoLines(26),
                Slight,
                "modules in Mercurial repositories are not found",
                "trees of 1.26 and 1.27"
            )
            {
                Tolerated = new GoLines(25, 25),
            },
            new(
                "lib/time/zoneinfo.zip",
                DataFile,
                GoLines.All,
                Slight,
                "programs know no time zones where the system has none",
                "https://pkg.go.dev/time#LoadLocation"
            )
            {
                LeftOutBy = "Debian, up to its Go 1.23",
            },
        ];

    private static IEnumerable<GoRootRule> Extras =>
        [
            new(
                "pkg/{platform}",
                ExtraDirectory,
                new GoLines(GoLines.Oldest, 19),
                Slight,
                "the standard library is compiled at its first use, which takes seconds",
                "https://go.dev/doc/go1.20#go-command; tried on 1.19"
            )
            {
                // GODEBUG=installgoroot=all makes it; what is in there tells whether it is a leftover.
                Tolerated = new GoLines(20),
            },
            Extra("api"),
            Extra("doc", "; Debian, in a package of its own"),
            Extra("misc"),
            Extra("test"),
            .. Enumerable
                .Range(GoLines.Oldest, GoLines.Newest + 1 - GoLines.Oldest)
                .Select(minor => new GoRootRule(
                    $"api/go1.{minor}.txt",
                    ExtraFile,
                    new GoLines(minor),
                    Slight,
                    "nothing",
                    "cmd/api: the file of a line is made when the line is released"
                )
                {
                    LeftOutBy = Modules,
                }),
        ];

    private static GoRootRule Extra(string directory, string others = "") =>
        new(directory, ExtraDirectory, GoLines.All, Slight, "nothing", "cmd/distpack/pack.go, modArch") { LeftOutBy = Modules + others };
}
