using GoToolchain.Fixtures;
using GoToolchain.Inspection;

namespace GoToolchain.Core.Tests.Inspection;

public sealed class GoRootInspectorTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly SyntheticGoRoot _tree;

    public GoRootInspectorTests() => _tree = SyntheticGoRoot.Create(_scratch["go"]);

    public void Dispose() => _scratch.Dispose();

    private GoRootFacts Inspect(string? root = null) => new GoRootInspector(GoPlatform.Host).Inspect(root ?? _tree.Root);

    private static string Tool(string name) =>
        $"pkg/tool/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}/{name}{GoPlatform.Host.ExecutableSuffix}";

    [Fact]
    public void A_complete_tree_is_usable_and_its_version_and_platform_are_known()
    {
        var facts = Inspect();

        Assert.Equal(GoVerdict.Usable, facts.Verdict);
        Assert.Equal("", facts.Reason);
        Assert.Equal(GoVersion.Parse("1.24.4"), facts.Version);
        Assert.Equal(GoPlatform.Host, facts.Platform);
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task A_real_Go_is_usable(string line)
    {
        var go = await TestGo.EnsureAsync(line);

        var facts = Inspect(go.Root);

        Assert.Equal((GoVerdict.Usable, ""), (facts.Verdict, facts.Reason));
        Assert.Equal(line, facts.Version!.Line);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("something else")]
    public async Task A_real_Go_without_a_VERSION_that_can_be_read_is_usable_and_its_go_command_tells_the_version(string? content)
    {
        var go = await TestGo.EnsureAsync("1.23");
        using var copy = GoRootCopy.Of(go);
        copy.Delete("VERSION");
        if (content is not null)
        {
            copy.Write("VERSION", content);
        }

        var facts = Inspect(copy.Root);

        Assert.Equal((GoVerdict.Usable, ""), (facts.Verdict, facts.Reason));
        Assert.Equal(go.Version, facts.Version);
    }

    [Theory]
    [InlineData("src/runtime")]
    [InlineData("src/fmt")]
    [InlineData("pkg/include")]
    [InlineData("VERSION")]
    public void A_tree_without_a_part_that_every_Go_has_is_incomplete_and_the_part_is_named(string part)
    {
        _tree.Remove(part);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains(part, facts.Reason, StringComparison.Ordinal);
        Assert.Contains(_tree.Root, facts.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("link")]
    [InlineData("asm")]
    public void A_tree_without_a_tool_that_every_build_starts_is_incomplete(string tool)
    {
        _tree.Remove(Tool(tool));

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains($"{Tool(tool)} is missing", facts.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_without_its_tool_directory_is_incomplete()
    {
        _tree.Remove("pkg/tool");

        Assert.Equal(GoVerdict.Incomplete, Inspect().Verdict);
    }

    [Fact]
    public void A_tree_without_bin_go_is_incomplete()
    {
        File.Delete(_tree.Go);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains("bin/go is missing", facts.Reason, StringComparison.Ordinal);
        Assert.Equal(GoVersion.Parse("1.24.4"), facts.Version);
    }

    [Fact]
    public void A_compiler_of_zero_bytes_is_no_compiler()
    {
        File.WriteAllBytes(_tree[Tool("compile")], []);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains("compile", facts.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bin/go")]
    [InlineData("compile")]
    public void A_program_without_execute_permission_makes_a_tree_incomplete(string program)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no execute permission of this kind.");
        var file = program == "bin/go" ? _tree.Go : _tree[Tool(program)];
        SetMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains("not executable", facts.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go1.19.8", "go1.19.8")]
    [InlineData("go1.23.8\ntime 2025-03-31T22:20:00Z\n", "go1.23.8")]
    [InlineData("go1.24.4\r\ntime 2025-05-29T19:37:36Z\r\n", "go1.24.4")]
    [InlineData("go1.25rc1\n", "go1.25rc1")]
    [InlineData("devel go1.26-abcdef Tue Jan 6", "devel go1.26-abcdef Tue Jan 6")]
    public void The_first_line_of_VERSION_names_the_version(string content, string version)
    {
        _tree.Write("VERSION", content);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Usable, facts.Verdict);
        Assert.Equal(version, facts.Version!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("<html>")]
    [InlineData("512.0.0")]
    [InlineData("goo")]
    public void A_VERSION_file_that_is_not_Gos_makes_a_tree_incomplete(string content)
    {
        _tree.Write("VERSION", content);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains("VERSION", facts.Reason, StringComparison.Ordinal);
        Assert.Null(facts.Version);
    }

    [Theory]
    [InlineData("#!/bin/sh\nexec goenv exec go \"$@\"\n")]
    [InlineData("goenv")]
    public void A_script_or_a_few_bytes_in_place_of_the_program_are_not_the_Go_distribution(string content)
    {
        File.WriteAllText(_tree.Go, content);

        Assert.Equal(GoVerdict.Launcher, Inspect().Verdict);
    }

    [Fact]
    public void A_go_command_whose_first_bytes_are_overwritten_is_damaged()
    {
        File.WriteAllBytes(_tree.Go, new byte[4096]);

        var facts = Inspect();

        Assert.Equal(GoVerdict.Incomplete, facts.Verdict);
        Assert.Contains("damaged", facts.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows", "amd64")]
    [InlineData("windows", "arm64")]
    [InlineData("darwin", "arm64")]
    [InlineData("freebsd", "amd64")]
    public void A_tree_for_another_platform_is_called_that(string os, string arch)
    {
        var platform = new GoPlatform(os, arch);
        Assert.SkipWhen(platform == GoPlatform.Host, "That is this machine.");
        var foreign = SyntheticGoRoot.Create(_scratch["foreign"], platform: platform);

        var facts = Inspect(foreign.Root);

        Assert.Equal(GoVerdict.WrongPlatform, facts.Verdict);
        Assert.Equal(platform, facts.Platform);
        Assert.Equal(GoVerdict.Usable, new GoRootInspector(platform).Inspect(foreign.Root).Verdict);
    }

    [Fact]
    public void Tools_for_two_platforms_are_two_trees_in_one_place()
    {
        _ = SyntheticGoRoot.Create(_tree.Root, platform: new GoPlatform("plan9", "arm64"));
        _tree.WriteProgram("bin/go");

        var facts = Inspect();

        Assert.Equal(GoVerdict.Mixed, facts.Verdict);
        Assert.Contains("plan9/arm64", facts.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_go_command_of_another_platform_than_the_tools_is_two_trees_in_one_place()
    {
        var other = GoPlatform.Host.Arch == "amd64" ? "arm64" : "amd64";
        File.WriteAllBytes(_tree.Go, SyntheticGoRoot.Header(new GoPlatform("linux", other)));

        Assert.Equal(GoVerdict.Mixed, Inspect().Verdict);
    }

    [Fact]
    public void The_split_tree_of_Debian_is_usable_until_its_other_half_goes()
    {
        foreach (var (part, up) in (ReadOnlySpan<(string, string)>)[("src", "../share"), ("pkg/include", "../../share/pkg")])
        {
            var name = Path.GetFileName(part);
            Directory.CreateDirectory(Path.GetDirectoryName(_scratch[$"share/{part}"])!);
            Directory.Move(_tree[part], _scratch[$"share/{part}"]);
            Directory.CreateSymbolicLink(_tree[part], $"{up}/{name}");
        }

        Assert.Equal(GoVerdict.Usable, Inspect().Verdict);

        Directory.Delete(_scratch["share/src"], recursive: true);
        Assert.Equal(GoVerdict.Incomplete, Inspect().Verdict);
    }

    [Fact]
    public void Nothing_a_file_and_a_link_to_nothing_are_told_apart()
    {
        var missing = Inspect(_scratch["nothing"]);
        var file = Inspect(_scratch.CreateFile("file", "x"));
        var dangling = Inspect(_scratch.CreateLink("link", _scratch["nothing"]));
        var circle = Inspect(_scratch.CreateLink("circle", "circle"));

        Assert.Equal(GoVerdict.Missing, missing.Verdict);
        Assert.Equal(GoVerdict.Incomplete, file.Verdict);
        Assert.Equal(GoVerdict.DanglingLink, dangling.Verdict);
        Assert.Contains(_scratch["nothing"], dangling.Reason, StringComparison.Ordinal);
        Assert.Equal(GoVerdict.DanglingLink, circle.Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bin")]
    [InlineData("pkg/tool")]
    [InlineData("src")]
    public void A_directory_that_this_user_may_not_enter_makes_a_tree_unreadable(string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permissions of this kind.");
        SetMode(_scratch.Root, (UnixFileMode)0b111_101_101);
        SetMode(_tree[part], UnixFileMode.None);

        var facts = OrdinaryUser.Look(() => Inspect());

        Assert.Equal(GoVerdict.Unreadable, facts.Verdict);
        Assert.Contains(_tree.Root, facts.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_the_file_system_refuses_is_a_verdict()
    {
        Assert.Equal(GoVerdict.Unreadable, Inspect(_scratch[new string('x', 300)]).Verdict);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
