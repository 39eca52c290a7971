using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Core.Tests.Inspection.Trees;

/// <summary>Parts of two versions or platforms in one tree: what `go version` never notices (https://github.com/golang/go/issues/51760).</summary>
public sealed class MixedTreeTests(ExaminedGo trees) : IClassFixture<ExaminedGo>
{
    private static string Tool(string name) => $"{ExaminedGo.ToolDirectory}/{name}{GoPlatform.Host.ExecutableSuffix}";

    public static TheoryData<string, string> Overlays =>
        [
            .. TestMatrix
                .Of(
                    [("1.19", "1.23"), ("1.21", "1.22"), ("1.22", "1.23"), ("1.27", "1.23"), ("1.23", "1.19")],
                    row => row is ("1.19", "1.23") or ("1.27", "1.23")
                )
                .Select(row => new TheoryDataRow<string, string>(row.Item1, row.Item2)),
        ];

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task One_version_unpacked_over_another_is_found_by_what_the_other_left(string old, string over)
    {
        using var scratch = new ScratchDirectory();
        var copy = GoRootCopy.At(await TestGo.EnsureAsync(old), scratch["go"]);
        copy.Overlay((await TestGo.EnsureAsync(over)).Root);

        var condition = GoRootExamination.Examine(copy.Root, GoPlatform.Host);

        var leftovers = condition.In(GoRootArea.Leftovers).First(f => f.Path.StartsWith("src/", StringComparison.Ordinal));
        Assert.Equal((GoRootFindingKind.Leftover, GoRootHarm.Everything), (leftovers.Kind, leftovers.Harm));
        Assert.Contains($"not of Go {condition.Versions.File}", leftovers.Sentence, StringComparison.Ordinal);
        Assert.Contains(old, leftovers.Sentence, StringComparison.Ordinal);
        Assert.Equal(over, condition.Versions.Tree!.Line);
        Assert.DoesNotContain(condition.Findings, f => f.Kind == GoRootFindingKind.Missing);
    }

    [Fact]
    public async Task The_tools_that_only_the_older_version_had_are_named_by_their_version()
    {
        using var scratch = new ScratchDirectory();
        var old = await TestGo.EnsureAsync("1.24");
        var copy = GoRootCopy.At(old, scratch["go"]);
        copy.Overlay((await TestGo.EnsureAsync("1.27")).Root);

        var condition = GoRootExamination.Examine(copy.Root, GoPlatform.Host);

        var pprof = Assert.Single(condition.Findings, f => f.Path == Tool("pprof"));
        Assert.Equal(GoRootFindingKind.ForeignVersion, pprof.Kind);
        Assert.Contains($"Go {old.Version.Number}", pprof.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("vet")]
    public async Task A_tool_of_another_version_is_named_with_both_versions(string tool)
    {
        var other = await TestGo.EnsureAsync("1.22");

        var finding = await trees.OnlyFindingAsync("1.23", Tool(tool), copy => copy.TakeFrom(other.Root, Tool(tool)));

        Assert.Equal((GoRootArea.Agreement, GoRootFindingKind.ForeignVersion, Tool(tool)), (finding.Area, finding.Kind, finding.Path));
        Assert.Contains("1.22", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("1.23", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_go_command_of_another_version_is_found_and_the_tree_keeps_its_version()
    {
        var go = "bin/go" + GoPlatform.Host.ExecutableSuffix;
        var other = await TestGo.EnsureAsync("1.22");

        var condition = await trees.ExamineAsync("1.23", [go], copy => copy.TakeFrom(other.Root, go));

        var finding = Assert.Single(condition.Findings);
        Assert.Equal((GoRootArea.Agreement, go, GoRootHarm.Everything), (finding.Area, finding.Path, finding.Harm));
        Assert.Equal("1.23", condition.Versions.Tree!.Line);
    }

    [Fact]
    public async Task Sources_of_another_version_are_one_finding_and_not_a_thousand_missing_files()
    {
        var other = await TestGo.EnsureAsync("1.22");

        var finding = await trees.OnlyFindingAsync("1.23", "src", copy => copy.TakeFrom(other.Root, "src"));

        Assert.Equal((GoRootArea.Agreement, "src", GoRootHarm.Everything), (finding.Area, finding.Path, finding.Harm));
    }

    [Fact]
    public async Task A_VERSION_that_names_another_version_is_found()
    {
        var finding = await trees.OnlyFindingAsync("1.23", "VERSION", copy => copy.Write("VERSION", "go1.22.1\n"));

        Assert.Equal((GoRootArea.Version, GoRootFindingKind.VersionFile), (finding.Area, finding.Kind));
        Assert.Contains("VERSION says Go 1.22.1", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.19", "src/slices/slices.go", "src/slices")]
    [InlineData("1.22", "src/unique/handle.go", "src/unique")]
    public async Task A_package_that_came_later_is_a_leftover(string line, string file, string package)
    {
        var newer = await TestGo.EnsureAsync("1.24");

        var finding = await trees.OnlyFindingAsync(line, package, copy => copy.TakeFrom(newer.Root, file));

        Assert.Equal((GoRootArea.Leftovers, GoRootFindingKind.Leftover, package), (finding.Area, finding.Kind, finding.Path));
    }

    [Fact]
    public async Task A_single_file_of_another_version_in_the_runtime_is_a_leftover_that_breaks_it()
    {
        // Gone with 1.21: what it declares is in other files of 1.23.
        const string stale = "src/runtime/lfstack_64bit.go";
        var old = await TestGo.EnsureAsync("1.19");

        var finding = await trees.OnlyFindingAsync("1.23", stale, copy => copy.TakeFrom(old.Root, stale));

        Assert.Equal((GoRootFindingKind.Leftover, stale, GoRootHarm.Everything), (finding.Kind, finding.Path, finding.Harm));
        Assert.Contains("Go 1.19", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_file_that_no_release_has_is_a_stranger()
    {
        const string stranger = "src/runtime/patched.go";

        var finding = await trees.OnlyFindingAsync("1.23", stranger, copy => copy.Write(stranger, "package runtime\n"));

        Assert.Equal((GoRootFindingKind.Stranger, stranger, GoRootHarm.Slight), (finding.Kind, finding.Path, finding.Harm));
    }

    [Fact]
    public async Task Files_that_came_later_or_went_earlier_are_leftovers_that_do_no_harm()
    {
        var defaults = await trees.OnlyFindingAsync("1.19", "go.env", copy => copy.Write("go.env", "GOPROXY=off\n"));
        var api = await trees.OnlyFindingAsync("1.22", "api/go1.25.txt", copy => copy.Write("api/go1.25.txt", "pkg\n"));
        var wasm = await trees.OnlyFindingAsync("1.27", "misc/wasm/wasm_exec.js", copy => copy.Write("misc/wasm/wasm_exec.js", "x"));

        Assert.All([defaults, api, wasm], f => Assert.Equal((GoRootFindingKind.Leftover, GoRootHarm.Slight), (f.Kind, f.Harm)));
    }

    [Fact]
    public async Task Compiled_packages_of_1_19_in_a_newer_tree_are_a_leftover()
    {
        var old = await TestGo.EnsureAsync("1.19");
        var directory = $"pkg/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}";

        var finding = await trees.OnlyFindingAsync("1.23", directory, copy => copy.TakeFrom(old.Root, directory));

        Assert.Equal((GoRootArea.Leftovers, directory), (finding.Area, finding.Path));
        Assert.Contains("Go 1.19", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_and_programs_of_another_platform_are_found()
    {
        var foreign =
            GoPlatform.Host == new GoPlatform("linux", "arm64") ? new GoPlatform("linux", "amd64") : new GoPlatform("linux", "arm64");
        var directory = $"pkg/tool/{foreign.Os}_{foreign.Arch}";

        var second = await trees.OnlyFindingAsync("1.23", directory, copy => copy.Write($"{directory}/compile", "x"));
        var program = await trees.OnlyFindingAsync(
            "1.23",
            Tool("link"),
            copy => copy.Write(Tool("link"), Program(foreign), executable: true)
        );

        Assert.Equal((GoRootFindingKind.ForeignPlatform, directory), (second.Kind, second.Path));
        Assert.Equal((GoRootFindingKind.ForeignPlatform, Tool("link")), (program.Kind, program.Path));
    }

    [Fact]
    public async Task A_tree_for_another_platform_is_said_to_be_that_and_examined_all_the_same()
    {
        var go = await TestGo.EnsureAsync("1.23");

        var condition = GoRootExamination.Examine(go.Root, new GoPlatform("plan9", "386"));

        var finding = Assert.Single(condition.Findings);
        Assert.Equal((GoRootArea.Platform, GoRootFindingKind.ForeignPlatform, ""), (finding.Area, finding.Kind, finding.Path));
        Assert.Equal(GoPlatform.Host, condition.Platform);
    }

    // A header without sections or segments is a whole program as far as its headers tell.
    private static byte[] Program(GoPlatform platform) => SyntheticGoRoot.Header(platform);
}
