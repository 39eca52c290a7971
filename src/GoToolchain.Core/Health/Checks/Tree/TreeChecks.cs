using GoToolchain.Inspection.Trees;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>The checks of the files of a GOROOT.</summary>
internal static class TreeChecks
{
    public static IReadOnlyList<IHealthCheck> All { get; } =
    [
        new RootCheck(),
        Area(
            "tree.platform",
            "GOROOT is for this machine",
            GoRootArea.Platform,
            "read the headers of all programs",
            "programs for this machine alone"
        ),
        Area(
            "tree.commands",
            "bin is complete",
            GoRootArea.Commands,
            "look at bin/go and bin/gofmt",
            "whole programs that may be executed"
        ),
        Area(
            "tree.tools",
            "Tools are complete",
            GoRootArea.Tools,
            "look at pkg/tool",
            "the tools that this version comes with, whole and executable"
        ),
        Area("tree.headers", "Headers are complete", GoRootArea.Headers, "look at pkg/include", "the headers that this version comes with"),
        Area(
            "tree.library",
            "Standard library is complete",
            GoRootArea.Library,
            "list the packages in src",
            "every package and source file that this version comes with"
        ),
        Area("tree.version", "VERSION is right", GoRootArea.Version, "read VERSION", "the version of the programs and sources"),
        Area("tree.defaults", "go.env is right", GoRootArea.Defaults, "read go.env", "Go's defaults, from Go 1.21 on"),
        Area(
            "tree.agreement",
            "All parts are of one version",
            GoRootArea.Agreement,
            "compare VERSION, the programs' build information and the sources",
            "one version"
        ),
        Area(
            "tree.leftovers",
            "Nothing of another version",
            GoRootArea.Leftovers,
            "look for packages, files and tools that came later or went earlier",
            "none"
        ),
        Area("tree.data", "Other files are complete", GoRootArea.Data, "look at lib and pkg", "the files that this version comes with"),
    ];

    private static TreeAreaCheck Area(string id, string title, GoRootArea area, string ran, string expected) =>
        new(id, title, area, ran, expected);
}
