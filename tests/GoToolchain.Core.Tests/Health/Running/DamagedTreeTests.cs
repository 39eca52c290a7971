using GoToolchain.Fixtures;
using GoToolchain.Health;
using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Core.Tests.Health.Running;

/// <summary>Each damage is really done to a copy of a real tree; the one finding names the cause and the file.</summary>
public sealed class DamagedTreeTests
{
    private static readonly string[] s_build = ["run.program", "run.library-place"];

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task A_damaged_tool_is_named_once_and_what_needs_it_is_not_tried(string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no execute bits, and other words for programs that it cannot start.");
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync(version));
        var compile = Tool("compile");
        var link = Tool("link");

        await FindsAsync(tree, compile, () => tree.Delete(compile), GoErrorCodes.PartMissing, "compile is missing");
        await FindsAsync(
            tree,
            compile,
            () => tree.Truncate(compile, 0.5),
            GoErrorCodes.FileDamaged,
            "compile crashes as soon as it starts"
        );
        await FindsAsync(tree, compile, () => tree.Truncate(compile, 0), GoErrorCodes.FileDamaged, "compile is empty");
        await FindsAsync(tree, compile, () => tree.SetMode(compile, UnixFileMode.UserRead), GoErrorCodes.NotExecutable, "permission");
        await FindsAsync(tree, link, () => tree.Delete(link), GoErrorCodes.PartMissing, "link is missing");
        await FindsAsync(tree, "pkg/tool", () => tree.Delete("pkg/tool"), GoErrorCodes.PartMissing, "pkg/tool");
    }

    [Fact]
    public async Task A_tool_of_another_version_is_named_with_both_versions()
    {
        var other = await TestGo.EnsureAsync("1.19");
        var go = await TestGo.EnsureAsync("1.23");
        using var tree = GoRootCopy.Of(go);
        var compile = Tool("compile");

        await FindsAsync(
            tree,
            compile,
            () => tree.TakeFrom(other.Root, compile),
            GoErrorCodes.VersionsMixed,
            $"compile is of go{other.Version}"
        );
        var cause = await FindsAsync(
            tree,
            "bin/go",
            () => tree.TakeFrom(other.Root, "bin/go"),
            GoErrorCodes.VersionsDisagree,
            $"bin/go is of go{other.Version}"
        );
        Assert.Contains($"go{go.Version}", cause, StringComparison.Ordinal);
        await FindsAsync(
            tree,
            "VERSION",
            () => tree.Write("VERSION", "go1.22.1\n"),
            GoErrorCodes.VersionFileWrong,
            "VERSION says go1.22.1"
        );
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task Damaged_sources_are_named_with_file_and_line(string version)
    {
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync(version));

        await FindsAsync(tree, "src/fmt", () => tree.Delete("src/fmt"), GoErrorCodes.PartMissing, "src/fmt is missing");
        await FindsAsync(tree, "src/fmt/print.go", () => tree.Delete("src/fmt/print.go"), GoErrorCodes.PartMissing, "src/fmt/print.go");
        await FindsAsync(
            tree,
            "src/fmt/print.go",
            () => tree.Truncate("src/fmt/print.go", 0.7),
            GoErrorCodes.FileDamaged,
            "src/fmt/print.go:"
        );
        await FindsAsync(tree, "src/fmt/print.go", () => tree.Truncate("src/fmt/print.go", 0), GoErrorCodes.FileDamaged, "it is empty");
        await FindsAsync(tree, "pkg/include", () => tree.Delete("pkg/include"), GoErrorCodes.PartMissing, "pkg/include is missing");
        await FindsAsync(tree, "src", () => tree.Delete("src"), GoErrorCodes.PartMissing, "src is missing");
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task A_file_that_another_version_left_is_named(string version)
    {
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync(version));
        const string stray = "src/runtime/zstale.go";
        const string foreign = "src/strings/aother.go";

        await FindsAsync(
            tree,
            stray,
            () => tree.Write(stray, "package runtime\n\nfunc GC() {}\n"),
            GoErrorCodes.VersionsMixed,
            $"{stray} does not belong to Go {version}"
        );
        await FindsAsync(
            tree,
            "src/strings/astale.go",
            () => tree.Write("src/strings/astale.go", "package strings\n\nfunc (b *Builder) Len() int { return 0 }\n"),
            GoErrorCodes.VersionsMixed,
            "src/strings/astale.go does not belong"
        );
        await FindsAsync(
            tree,
            foreign,
            () => tree.Write(foreign, "package other\n"),
            GoErrorCodes.VersionsMixed,
            $"{foreign} does not belong"
        );
    }

    [Fact]
    public async Task A_go_that_never_answers_is_stopped_and_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));
        tree.Write("bin/go", "#!/bin/sh\nsleep 600 & sleep 600\n", executable: true);

        var report = await new RunningCase
        {
            Root = tree.Root,
            Options = new HealthOptions { Deadlines = new RunDeadlines { Question = TimeSpan.FromSeconds(1) } },
            Only = ["run.program"],
        }.RunAsync();

        var finding = Assert.Single(report.Findings);
        Assert.Equal(GoErrorCodes.GoDoesNotRun, finding.Code);
        Assert.Contains("does not end", finding.Cause, StringComparison.Ordinal);
        Assert.Equal(tree["bin/go"], finding.Place);
    }

    [Fact]
    public async Task A_go_that_writes_without_end_is_stopped_without_filling_the_memory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));
        tree.Write("bin/go", "#!/bin/sh\nexec cat /dev/zero\n", executable: true);

        var report = await new RunningCase
        {
            Root = tree.Root,
            Options = new HealthOptions { Deadlines = new RunDeadlines { Question = TimeSpan.FromSeconds(1) } },
            Only = ["run.version"],
        }.RunAsync();

        Assert.Equal(GoErrorCodes.GoDoesNotRun, Assert.Single(report.Findings).Code);
    }

    [Fact]
    public async Task A_script_in_the_place_of_go_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));

        await FindsAsync(tree, "bin/go", () => tree.Write("bin/go", "#!/bin/sh\nexit 3\n", true), GoErrorCodes.GoDoesNotRun, "exit code 3");
        await FindsAsync(tree, "bin/go", () => tree.Write("bin/go", "#!/bin/sh\necho hi\n", true), GoErrorCodes.GoDoesNotRun, "`hi`");
    }

    private static string Tool(string name) =>
        $"pkg/tool/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}/{name}{GoPlatform.Host.ExecutableSuffix}";

    // Damages, looks, and puts it right again for the next one.
    private static async Task<string> FindsAsync(GoRootCopy tree, string path, Action damage, GoErrorCode code, string cause)
    {
        damage();
        var report = await new RunningCase { Root = tree.Root, Only = s_build }.RunAsync();
        tree.Restore(path);

        var all = string.Join(
            "\n",
            report.Checks.Select(c => $"{c.Id}: {c.Outcome}: {c.Found}").Concat(report.Findings.Select(f => $"{f.Code} {f.Cause}"))
        );
        var causes = report.Findings.DistinctBy(f => f.Cause).ToList();
        Assert.True(
            causes.Count == 1 && causes[0].Code == code && causes[0].Cause.Contains(cause, StringComparison.Ordinal),
            $"{path}, {code} {cause}:\n{all}"
        );
        Assert.NotEmpty(causes[0].Cure);
        return causes[0].Cause;
    }
}
