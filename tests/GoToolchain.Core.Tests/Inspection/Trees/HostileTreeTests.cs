using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Core.Tests.Inspection.Trees;

/// <summary>Trees made so that an examination hangs, crashes or takes for ever: it ends, with a finding about the place.</summary>
public sealed class HostileTreeTests(ExaminedGo trees) : IClassFixture<ExaminedGo>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static string Tool(string name) => $"{ExaminedGo.ToolDirectory}/{name}{GoPlatform.Host.ExecutableSuffix}";

    private Task<GoRootCondition> ExamineAsync(string path, Action<GoRootCopy> damage) =>
        Task.Run(() => trees.ExamineAsync("1.23", [path], damage)).WaitAsync(s_patience);

    public static TheoryData<string> Files =>
        [
            "VERSION",
            "go.env",
            "bin/go",
            Tool("compile"),
            Tool("link"),
            "src/fmt/print.go",
            "pkg/include/textflag.h",
            "src/internal/buildcfg/zbootstrap.go",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_pipe_in_place_of_a_file_is_not_opened(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in directories.");

        var condition = await ExamineAsync(file, copy => MakePipe(copy, file));

        // Only the names of files outside the smallest program are looked at; that one is read for its version.
        if (file != "src/internal/buildcfg/zbootstrap.go")
        {
            Assert.Contains(condition.Findings, f => f.Path == file);
        }
    }

    [Theory]
    [InlineData("src")]
    [InlineData("src/fmt")]
    [InlineData("pkg")]
    [InlineData("bin")]
    [InlineData("pkg/include")]
    public async Task Pipes_and_circles_of_links_in_place_of_directories_end(string directory)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in directories.");

        var pipe = await ExamineAsync(directory, copy => MakePipe(copy, directory));
        var circle = await ExamineAsync(directory, copy => MakeLink(copy, directory, copy[directory]));
        var dangling = await ExamineAsync(directory, copy => MakeLink(copy, directory, "nowhere"));

        Assert.All(
            [pipe, circle, dangling],
            c => Assert.Contains(c.Findings, f => f.Path.StartsWith(directory, StringComparison.Ordinal) && f.Harm > GoRootHarm.Slight)
        );
    }

    [Theory]
    [InlineData("src/runtime/again", "..")]
    [InlineData("src/internal/internal", ".")]
    [InlineData("src/net/net", ".")]
    [InlineData("pkg/tool/again", ".")]
    public async Task A_directory_that_holds_itself_is_no_damage(string link, string target)
    {
        var condition = await ExamineAsync(link, copy => MakeLink(copy, link, target));

        Assert.Empty(condition.Findings);
    }

    [Theory]
    [InlineData("VERSION")]
    [InlineData("go.env")]
    [InlineData("src/internal/buildcfg/zbootstrap.go")]
    public async Task A_file_of_a_gigabyte_is_not_read_wholly(string file)
    {
        var before = GC.GetTotalAllocatedBytes();

        var condition = await ExamineAsync(file, MakeHuge);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
        Assert.Equal(file.StartsWith("src", StringComparison.Ordinal) ? 0 : 1, condition.Findings.Count);

        void MakeHuge(GoRootCopy copy)
        {
            copy.Write(file, File.ReadAllBytes(copy[file]));
            using var huge = File.OpenWrite(copy[file]);
            huge.SetLength(1L << 30);
        }
    }

    [Theory]
    [InlineData("go1.23.5\0\0\0")]
    [InlineData("\0\0\0\0")]
    [InlineData("go1.99999999999999999999999.1\n")]
    [InlineData("go2.0\n")]
    public async Task A_VERSION_that_makes_no_sense_is_found_and_the_rest_is_examined_all_the_same(string content)
    {
        var condition = await ExamineAsync("VERSION", copy => copy.Write("VERSION", content));

        Assert.Equal(GoRootArea.Version, Assert.Single(condition.Findings).Area);
        Assert.Equal("1.23", condition.Versions.Tree!.Line);
    }

    [Fact]
    public async Task A_directory_of_very_many_files_is_not_listed_to_its_end()
    {
        const string directory = "src/unicode/utf8";

        var condition = await ExamineAsync(directory, Fill);

        var finding = Assert.Single(condition.Findings);
        Assert.Equal((GoRootFindingKind.Stranger, directory), (finding.Kind, finding.Path));
        Assert.Contains("10,000", finding.Sentence, StringComparison.Ordinal);

        static void Fill(GoRootCopy copy)
        {
            for (var i = 0; i < 12_000; i++)
            {
                copy.Write($"{directory}/x{i}", "");
            }
        }
    }

    [Theory]
    [InlineData("pkg/tool")]
    [InlineData("bin")]
    [InlineData("src")]
    [InlineData("src/net")]
    [InlineData("VERSION")]
    [InlineData("src/fmt/print.go")]
    public async Task What_this_user_may_not_read_is_a_finding(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using var scratch = new ScratchDirectory();
        var copy = GoRootCopy.At(await TestGo.EnsureAsync("1.23"), scratch["go"]);
        copy.SetMode(path, UnixFileMode.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(scratch.Root, (UnixFileMode)0b111_101_101);
        }

        var condition = OrdinaryUser.Look(() => GoRootExamination.Examine(copy.Root, GoPlatform.Host, threads: 1));

        Assert.Contains(
            condition.Findings,
            f => f.Kind == GoRootFindingKind.Unreadable && f.Path.StartsWith(path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_root_that_is_missing_a_file_or_empty_is_only_findings()
    {
        using var scratch = new ScratchDirectory();
        foreach (var root in (string[])[scratch["nothing"], scratch.CreateFile("file", "x"), scratch.CreateDirectory("empty")])
        {
            Assert.NotEmpty(GoRootExamination.Examine(root, GoPlatform.Host).Findings);
        }
    }

    private static void MakePipe(GoRootCopy copy, string path)
    {
        copy.Delete(path);
        Cli.Wrap("mkfifo").WithArguments(copy[path]).ExecuteAsync().Task.GetAwaiter().GetResult();
    }

    private static void MakeLink(GoRootCopy copy, string path, string target)
    {
        copy.Delete(path);
        File.CreateSymbolicLink(copy[path], target);
    }
}
