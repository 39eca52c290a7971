using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Core.Tests.Inspection.Trees;

/// <summary>Each kind of damage to one part of a real tree is one finding that names the part, and nothing else is found.</summary>
public sealed class DamagedTreeTests(ExaminedGo trees) : IClassFixture<ExaminedGo>
{
    private static string Tool(string name) => $"{ExaminedGo.ToolDirectory}/{name}{GoPlatform.Host.ExecutableSuffix}";

    private static string Command(string name) => $"bin/{name}{GoPlatform.Host.ExecutableSuffix}";

    [Theory]
    [InlineData("1.19", "compile", GoRootHarm.Everything)]
    [InlineData("1.19", "pack", GoRootHarm.Tool)]
    [InlineData("1.22", "covdata", GoRootHarm.Tool)]
    [InlineData("1.23", "asm", GoRootHarm.Everything)]
    [InlineData("1.23", "vet", GoRootHarm.Part)]
    [InlineData("1.23", "preprofile", GoRootHarm.Part)]
    [InlineData("1.24", "pprof", GoRootHarm.Tool)]
    [InlineData("1.27", "link", GoRootHarm.Everything)]
    [InlineData("1.27", "cover", GoRootHarm.Part)]
    [InlineData("1.27", "fix", GoRootHarm.Tool)]
    public async Task A_tool_that_this_version_comes_with_is_missed(string line, string tool, object harm)
    {
        var finding = await trees.OnlyFindingAsync(line, Tool(tool), copy => copy.Delete(Tool(tool)));

        Assert.Equal(
            (GoRootArea.Tools, GoRootFindingKind.Missing, Tool(tool), harm),
            (finding.Area, finding.Kind, finding.Path, finding.Harm)
        );
    }

    [Theory]
    [InlineData("1.19", "go")]
    [InlineData("1.23", "gofmt")]
    public async Task A_command_is_missed(string line, string command)
    {
        var finding = await trees.OnlyFindingAsync(line, Command(command), copy => copy.Delete(Command(command)));

        Assert.Equal((GoRootArea.Commands, GoRootFindingKind.Missing, Command(command)), (finding.Area, finding.Kind, finding.Path));
    }

    [Theory]
    [InlineData("1.19", "compile", 0.5)]
    [InlineData("1.23", "link", 0.97)]
    [InlineData("1.27", "vet", 0.01)]
    public async Task A_tool_whose_end_is_missing_is_damaged(string line, string tool, double keep)
    {
        var finding = await trees.OnlyFindingAsync(line, Tool(tool), copy => copy.Truncate(Tool(tool), keep));

        Assert.Equal((GoRootFindingKind.Damaged, Tool(tool)), (finding.Kind, finding.Path));
    }

    [Fact]
    public async Task A_tool_without_a_byte_a_directory_and_a_script_in_its_place_are_told_apart()
    {
        var empty = await trees.OnlyFindingAsync("1.23", Tool("asm"), copy => copy.Write(Tool("asm"), "", executable: true));
        var script = await trees.OnlyFindingAsync("1.23", Tool("asm"), copy => copy.Write(Tool("asm"), "#!/bin/sh\n", executable: true));
        var directory = await trees.OnlyFindingAsync("1.23", Tool("asm"), MakeDirectory);
        var dangling = await trees.OnlyFindingAsync("1.23", Tool("asm"), MakeDangling);

        Assert.Equal(
            [GoRootFindingKind.Empty, GoRootFindingKind.WrongType, GoRootFindingKind.WrongType, GoRootFindingKind.DanglingLink],
            [empty.Kind, script.Kind, directory.Kind, dangling.Kind]
        );
        Assert.All([empty, script, directory, dangling], f => Assert.Contains(Tool("asm"), f.Sentence, StringComparison.Ordinal));

        static void MakeDirectory(GoRootCopy copy)
        {
            copy.Delete(Tool("asm"));
            Directory.CreateDirectory(copy[Tool("asm")]);
        }

        static void MakeDangling(GoRootCopy copy)
        {
            copy.Delete(Tool("asm"));
            File.CreateSymbolicLink(copy[Tool("asm")], "nowhere");
        }
    }

    [Theory]
    [InlineData("1.19", "compile")]
    [InlineData("1.27", "cgo")]
    public async Task A_tool_that_may_not_be_executed_is_found(string line, string tool)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no execute permission of this kind.");

        var finding = await trees.OnlyFindingAsync(
            line,
            Tool(tool),
            copy => copy.SetMode(Tool(tool), UnixFileMode.UserRead | UnixFileMode.GroupRead)
        );

        Assert.Equal((GoRootFindingKind.NotExecutable, Tool(tool)), (finding.Kind, finding.Path));
    }

    [Theory]
    [InlineData("src/fmt", "almost no program can be compiled")]
    [InlineData("src/io/fs", "nothing can be compiled")]
    [InlineData("src/net/http", "src/net/http and the 10 packages in it are missing")]
    [InlineData("src/vendor/golang.org/x/net/http/httpguts", "httpguts")]
    public async Task A_package_of_the_standard_library_is_missed_and_named(string package, string said)
    {
        var finding = await trees.OnlyFindingAsync("1.23", package, copy => copy.Delete(package));

        Assert.Equal((GoRootArea.Library, GoRootFindingKind.Missing, package), (finding.Area, finding.Kind, finding.Path));
        Assert.Contains(said, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_directory_without_any_source_is_a_missing_package()
    {
        var finding = await trees.OnlyFindingAsync("1.22", "src/bufio", Empty);

        Assert.Equal((GoRootFindingKind.Missing, "src/bufio"), (finding.Kind, finding.Path));

        static void Empty(GoRootCopy copy)
        {
            copy.Delete("src/bufio");
            Directory.CreateDirectory(copy["src/bufio"]);
        }
    }

    [Theory]
    [InlineData("1.19", "src/runtime/proc.go", GoRootHarm.Everything)]
    [InlineData("1.23", "src/net/http/transport.go", GoRootHarm.Part)]
    [InlineData("1.27", "src/internal/bytealg/compare_amd64.s", GoRootHarm.Everything)]
    public async Task A_single_source_file_is_missed(string line, string file, object harm)
    {
        var finding = await trees.OnlyFindingAsync(line, file, copy => copy.Delete(file));

        Assert.Equal((GoRootFindingKind.Missing, file, harm), (finding.Kind, finding.Path, finding.Harm));
        Assert.Contains(Path.GetFileName(file), finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_file_that_every_program_needs_is_found_empty_or_dangling()
    {
        var empty = await trees.OnlyFindingAsync("1.23", "src/fmt/print.go", copy => copy.Write("src/fmt/print.go", ""));
        var dangling = await trees.OnlyFindingAsync("1.23", "src/fmt/print.go", MakeDangling);

        Assert.Equal((GoRootFindingKind.Empty, "src/fmt/print.go"), (empty.Kind, empty.Path));
        Assert.Equal((GoRootFindingKind.DanglingLink, "src/fmt/print.go"), (dangling.Kind, dangling.Path));

        static void MakeDangling(GoRootCopy copy)
        {
            copy.Delete("src/fmt/print.go");
            File.CreateSymbolicLink(copy["src/fmt/print.go"], "nowhere");
        }
    }

    [Fact]
    public async Task A_library_of_which_most_is_gone_is_one_finding_that_counts()
    {
        var condition = await trees.ExamineAsync("1.23", ["src"], DeleteAllButOne);

        var finding = Assert.Single(condition.In(GoRootArea.Library), f => f.Path == "src");
        Assert.Matches("^[0-9]{3} packages of the standard library are missing", finding.Sentence);
        Assert.InRange(condition.Findings.Count, 1, 8);

        static void DeleteAllButOne(GoRootCopy copy)
        {
            foreach (var directory in Directory.GetDirectories(copy["src"]).Where(d => Path.GetFileName(d) is not ("fmt" or "cmd")))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    [Theory]
    [InlineData("1.19", "pkg/include", GoRootHarm.Everything)]
    [InlineData("1.23", "pkg/include/textflag.h", GoRootHarm.Everything)]
    [InlineData("1.24", "pkg/include/asm_riscv64.h", GoRootHarm.Part)]
    [InlineData("1.24", "lib/wasm/wasm_exec.js", GoRootHarm.Slight)]
    [InlineData("1.27", "src/cmd/internal", GoRootHarm.Tool)]
    [InlineData("1.27", "src/cmd/pprof", GoRootHarm.Tool)]
    [InlineData("1.27", "lib/hg/goreposum.py", GoRootHarm.Slight)]
    [InlineData("1.23", "go.env", GoRootHarm.Part)]
    public async Task Another_part_is_missed(string line, string part, object harm)
    {
        var condition = await trees.ExamineAsync(line, [part], copy => copy.Delete(part));

        var finding = Assert.Single(condition.Findings, f => f.Path == part);
        Assert.Equal((GoRootFindingKind.Missing, harm), (finding.Kind, finding.Harm));
        Assert.All(condition.Findings, f => Assert.StartsWith(part, f.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("# nothing\n")]
    public async Task Defaults_that_are_no_defaults_are_damaged(string content)
    {
        var finding = await trees.OnlyFindingAsync("1.23", "go.env", copy => copy.Write("go.env", content));

        Assert.Equal((GoRootArea.Defaults, GoRootFindingKind.Damaged), (finding.Area, finding.Kind));
    }

    [Fact]
    public async Task A_compiled_package_of_1_19_is_damaged_when_cut_short_and_not_missed_when_gone()
    {
        var archive = $"pkg/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}/net/http.a";

        var cut = await trees.OnlyFindingAsync("1.19", archive, copy => copy.Truncate(archive, 0.7));
        var gone = await trees.ExamineAsync("1.19", [archive], copy => copy.Delete(archive));

        Assert.Equal((GoRootFindingKind.Damaged, archive), (cut.Kind, cut.Path));
        Assert.Empty(gone.Findings);
    }
}
