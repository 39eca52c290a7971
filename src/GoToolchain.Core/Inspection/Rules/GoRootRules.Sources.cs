using static GoToolchain.Inspection.Rules.GoRootHarm;
using static GoToolchain.Inspection.Rules.GoRootPartKind;

namespace GoToolchain.Inspection.Rules;

internal static partial class GoRootRules
{
    private const string Includes = "cmd/dist/build.go, copies into pkg/include";
    private const string Tried = "tried on real trees of 1.26 and 1.27; cmd/go/internal/tool/tool.go";

    private static IEnumerable<GoRootRule> Sources =>
        [
            new("src/runtime", SourceDirectory, GoLines.All, Everything, "nothing can be compiled", "cmd/go: every program imports runtime")
            {
                IsLandmark = true,
            },
            new("src/fmt", SourceDirectory, GoLines.All, Everything, "almost no program can be compiled", "the standard library")
            {
                IsLandmark = true,
            },
            new("pkg/include", SourceDirectory, GoLines.All, Everything, "no package with assembly can be compiled", Includes)
            {
                IsLandmark = true,
            },
            new("pkg/include/textflag.h", Header, GoLines.All, Everything, "no package with assembly can be compiled", Includes),
            new("pkg/include/funcdata.h", Header, GoLines.All, Everything, "the runtime cannot be compiled", Includes),
            new("pkg/include/asm_ppc64x.h", Header, GoLines.All, Part, "nothing can be compiled for ppc64", Includes),
            new("pkg/include/asm_amd64.h", Header, new GoLines(18), Part, "nothing can be compiled for amd64", Includes)
            {
                Tolerated = new GoLines(GoLines.Oldest, 17),
            },
            new("pkg/include/asm_riscv64.h", Header, new GoLines(24), Part, "nothing can be compiled for riscv64", Includes),
            new(
                "src/go.mod",
                SourceFile,
                GoLines.All,
                Slight,
                "the standard library is no module: its own tests do not run",
                "cmd/go/internal/modload; tried on 1.24"
            ),
            new("src/cmd/go/main.go", SourceFile, GoLines.All, Slight, "Go itself cannot be built there", Distpack),
            .. OnDemandTools,
            .. ((string[])["addr2line", "buildid", "covdata", "nm", "objdump", "pack", "pprof", "test2json", "trace"]).Select(
                tool => new GoRootRule(
                    $"src/cmd/{tool}",
                    SourceDirectory,
                    new GoLines(25),
                    GoRootHarm.Tool,
                    $"`go tool {tool}` cannot be built when it is asked for",
                    Tried
                )
                {
                    Tolerated = GoLines.All,
                }
            ),
        ];

    private static IEnumerable<GoRootRule> OnDemandTools =>
        ((string[])["src/cmd/internal", "src/cmd/vendor"]).Select(directory => new GoRootRule(
            directory,
            SourceDirectory,
            new GoLines(25),
            GoRootHarm.Tool,
            "`go tool` can build none of the tools that it builds when they are asked for",
            Tried
        )
        {
            Tolerated = GoLines.All,
        });
}
