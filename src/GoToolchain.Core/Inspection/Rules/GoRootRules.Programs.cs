using static GoToolchain.Inspection.Rules.GoRootHarm;
using static GoToolchain.Inspection.Rules.GoRootPartKind;

namespace GoToolchain.Inspection.Rules;

internal static partial class GoRootRules
{
    private const string Distpack = "cmd/distpack/test.go, zipRules";
    private const string Installed = "cmd/dist/build.go: all of cmd is installed; trees of 1.19 to 1.24";
    private const string OnDemand = "cmd/dist/build.go, toolsIncludedInDistpack; trees of 1.26 and 1.27; https://go.dev/doc/go1.25#tools";
    private const string Official = "the official archives (cmd/distpack/pack.go)";

    private static IEnumerable<GoRootRule> Commands =>
        [
            new("bin/go{exe}", Command, GoLines.All, Everything, "nothing can be compiled", Distpack),
            new("bin/gofmt{exe}", Command, GoLines.All, GoRootHarm.Tool, "`gofmt` and `go fmt` do not work", Distpack),
        ];

    private static IEnumerable<GoRootRule> Tools =>
        [
            Landmark("compile", "nothing can be compiled"),
            Landmark("link", "no program can be linked"),
            Landmark("asm", "no package with assembly can be compiled, and the runtime is one"),
            Always("cgo", "no package with C code can be compiled, net and os/user among them when cgo is on"),
            Always("vet", "`go vet` does not work, nor does `go test`, which runs it"),
            Always("cover", "`go test -cover` and `go build -cover` do not work"),
            new("{tools}/preprofile{exe}", GoRootPartKind.Tool, new GoLines(23), Part, "no build with a profile (-pgo) works", OnDemand),
            // Whether 1.25 came with it is not known: `go fix` became a build action in 1.26.
            new(
                "{tools}/fix{exe}",
                GoRootPartKind.Tool,
                new GoLines(GoLines.Oldest, 24),
                GoRootHarm.Tool,
                "`go fix` does not work",
                Installed
            )
            {
                Tolerated = new GoLines(25, 25),
            },
            new("{tools}/fix{exe}", GoRootPartKind.Tool, new GoLines(26), GoRootHarm.Tool, "`go fix` does not work", OnDemand),
            new(
                "{tools}/doc{exe}",
                GoRootPartKind.Tool,
                new GoLines(GoLines.Oldest, 24),
                GoRootHarm.Tool,
                "`go doc` does not work",
                Installed
            ),
            new(
                "{tools}/covdata{exe}",
                GoRootPartKind.Tool,
                new GoLines(20, 24),
                GoRootHarm.Tool,
                "`go tool covdata` does not work, nor does `go test -cover` over packages without tests",
                "https://go.dev/doc/go1.20#cover; trees of 1.21 to 1.24"
            ),
            Early("addr2line"),
            Early("buildid"),
            Early("nm"),
            Early("objdump"),
            Early("pack"),
            Early("pprof"),
            Early("test2json"),
            Early("trace"),
            Builders("api", GoLines.Oldest),
            Builders("dist", GoLines.Oldest),
            Builders("distpack", 21),
        ];

    private static GoRootRule Landmark(string tool, string loss) =>
        new($"{{tools}}/{tool}{{exe}}", GoRootPartKind.Tool, GoLines.All, Everything, loss, Distpack) { IsLandmark = true };

    private static GoRootRule Always(string tool, string loss) =>
        new($"{{tools}}/{tool}{{exe}}", GoRootPartKind.Tool, GoLines.All, Part, loss, $"{Installed}; {OnDemand}");

    // From 1.25 on `go tool` builds these when they are asked for, and keeps them in the build cache.
    private static GoRootRule Early(string tool) =>
        new(
            $"{{tools}}/{tool}{{exe}}",
            GoRootPartKind.Tool,
            new GoLines(GoLines.Oldest, 24),
            GoRootHarm.Tool,
            $"`go tool {tool}` does not work",
            Installed
        );

    private static GoRootRule Builders(string tool, int from) =>
        new(
            $"{{tools}}/{tool}{{exe}}",
            GoRootPartKind.Tool,
            new GoLines(from),
            Slight,
            "Go itself cannot be built or tested there",
            "cmd/distpack/pack.go (removed as helper tools); trees that a distribution built"
        )
        {
            LeftOutBy = Official,
        };
}
