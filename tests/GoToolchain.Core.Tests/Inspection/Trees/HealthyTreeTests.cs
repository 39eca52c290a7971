using GoToolchain.Fixtures;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Core.Tests.Inspection.Trees;

/// <summary>A tree that is as its makers meant it has no finding, however it is laid out.</summary>
public sealed class HealthyTreeTests : IDisposable
{
    private static readonly string[] s_leftOutOfModules = ["api", "doc", "misc", "test"];

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static GoRootCondition AssertHealthy(string root)
    {
        var condition = GoRootExamination.Examine(root, GoPlatform.Host);
        Assert.Equal([], condition.Findings.Select(f => f.Sentence));
        return condition;
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.21")]
    [InlineData("1.22")]
    [InlineData("1.23")]
    [InlineData("1.24")]
    [InlineData("1.26")]
    [InlineData("1.27")]
    public async Task A_real_tree_has_no_finding_and_all_its_parts_name_its_version(string line)
    {
        var go = await TestGo.EnsureAsync(line);

        var versions = AssertHealthy(go.Root).Versions;

        Assert.All(
            [versions.File, versions.Command, versions.Tools, versions.Sources, versions.Tree],
            v => Assert.Equal(go.Version.Number, v!.Number)
        );
    }

    [Fact]
    public async Task A_tree_that_golang_dl_has_unpacked_and_that_has_been_used_has_no_finding()
    {
        var copy = GoRootCopy.At(await TestGo.EnsureAsync("1.23"), _scratch["sdk/go1.23"]);
        copy.Write(".unpacked-success", "");
        copy.Write("go1.23.linux-amd64.tar.gz", "archive");
        copy.Write("pkg/obj/go-build/00/00-a", "cache");
        copy.Write("pkg/mod/cache/lock", "");
        copy.Write("src/cmd/go/__debug_bin", "x");
        copy.Write("src/.idea/workspace.xml", "x");
        copy.Write("pkg/tool/.DS_Store", "x");
        copy.Write($"{ExaminedGo.ToolDirectory}/.DS_Store", "x");

        AssertHealthy(copy.Root);
    }

    [Theory]
    [InlineData("1.23")]
    [InlineData("1.27")]
    public async Task A_toolchain_that_go_has_downloaded_as_a_module_has_no_finding(string line)
    {
        // cmd/distpack/pack.go, modArch, and cmd/go/internal/toolchain: four directories less, and each go.mod beside its _go.mod.
        var copy = GoRootCopy.At(await TestGo.EnsureAsync(line), _scratch["module"]);
        Array.ForEach(s_leftOutOfModules, copy.Delete);
        foreach (var file in Directory.GetFiles(copy.Root, "go.mod", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(file)!, "_go.mod"));
        }

        AssertHealthy(copy.Root);
    }

    [Fact]
    public async Task A_tree_split_by_links_as_Debian_does_it_has_no_finding()
    {
        var copy = GoRootCopy.At(await TestGo.EnsureAsync("1.22"), _scratch["lib/go-1.22"]);
        foreach (var (part, up) in (ReadOnlySpan<(string, string)>)[("src", ".."), ("api", ".."), ("pkg/include", "../..")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_scratch[$"share/go-1.22/{part}"])!);
            Directory.Move(copy[part], _scratch[$"share/go-1.22/{part}"]);
            Directory.CreateSymbolicLink(copy[part], $"{up}/../share/go-1.22/{part}");
        }

        Directory.CreateSymbolicLink(_scratch["lib/go"], "go-1.22");

        AssertHealthy(_scratch["lib/go"]);
    }

    [Fact]
    public async Task A_tree_of_links_to_files_has_no_finding()
    {
        var go = await TestGo.EnsureAsync("1.23");
        foreach (var file in Directory.EnumerateFiles(go.Root, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(go.Root, file);
            if (!relative.StartsWith("test", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_scratch["farm", relative])!);
                File.CreateSymbolicLink(_scratch["farm", relative], file);
            }
        }

        AssertHealthy(_scratch["farm"]);
    }

    [Fact]
    public async Task A_tree_that_may_only_be_read_has_no_finding_for_an_ordinary_user()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var go = await TestGo.EnsureAsync("1.21");
        var copy = GoRootCopy.At(go, _scratch["go"]);
        SetModes(_scratch.Root, 0b101_101_101);

        Assert.Empty(OrdinaryUser.Look(() => GoRootExamination.Examine(copy.Root, GoPlatform.Host, threads: 1)).Findings);
    }

    [Fact]
    public async Task Without_VERSION_alone_everything_else_is_as_it_was_and_only_that_is_said()
    {
        var copy = GoRootCopy.At(await TestGo.EnsureAsync("1.23"), _scratch["go"]);
        copy.Delete("VERSION");

        var condition = GoRootExamination.Examine(copy.Root, GoPlatform.Host);

        Assert.Equal(GoRootArea.Version, Assert.Single(condition.Findings).Area);
        Assert.Equal("1.23", condition.Versions.Tree!.Line);
    }

    private static void SetModes(string directory, int mode)
    {
        foreach (var child in Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories).Prepend(directory))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(child, (UnixFileMode)mode);
            }
        }
    }
}
