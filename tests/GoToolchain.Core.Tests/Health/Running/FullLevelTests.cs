using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Running;

public sealed class FullLevelTests
{
    private static readonly HealthOptions s_full = new() { Level = HealthLevel.Full };

    public static TheoryData<string> Lines => [.. TestMatrix.Of(["1.19", "1.23"], line => line == "1.19")];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task On_a_healthy_tree_everything_compiles_and_nothing_is_found(string version)
    {
        var go = await TestGo.EnsureAsync(version);

        var report = await new RunningCase
        {
            Root = go.Root,
            Options = s_full,
            Store = TestGo.Store,
        }.RunAsync();

        Assert.Empty(report.Findings.Select(f => $"{f.Code} {f.Cause}"));
        Assert.Equal("no difference", report.Checks.Single(c => c.Id == "tree.content").Found);
        Assert.Equal("no message", report.Checks.Single(c => c.Id == "run.library").Found);
    }

    [Fact]
    public async Task Every_package_that_does_not_compile_is_named_with_its_file()
    {
        using var tree = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));
        tree.Truncate("src/text/template/exec.go", 0.5);
        tree.Write("src/archive/zip/zstale.go", "package zip\n\nfunc NewReader() {}\n");

        var report = await new RunningCase
        {
            Root = tree.Root,
            Options = s_full,
            Only = ["run.library"],
        }.RunAsync();

        Assert.Contains(report.Findings, f => f.Cause.Contains("src/text/template/exec.go", StringComparison.Ordinal));
        Assert.Contains(report.Findings, f => f.Cause.Contains("src/archive/zip/zstale.go", StringComparison.Ordinal));
        Assert.Equal(2, report.Findings.Count());
    }

    [Fact]
    public async Task What_differs_from_the_manifest_is_listed_by_kind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no execute bits.");
        using var scratch = new ScratchDirectory();
        var go = await TestGo.EnsureAsync("1.23");
        var name = Path.GetFileName(go.Root);
        var tree = GoRootCopy.At(go, scratch["store", "toolchains", name]);
        scratch.CreateDirectory("store/manifests");
        File.Copy(Path.Combine(TestGo.Store, "manifests", name + ".bin"), scratch["store", "manifests", name + ".bin"]);
        tree.Delete("src/strings/builder.go");
        tree.Write("src/strings/reader.go", "package strings\n");
        tree.SetMode("bin/gofmt", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        tree.Write("src/strings/mine.go", "package strings\n");

        var report = await new RunningCase
        {
            Root = tree.Root,
            Options = s_full,
            Store = scratch["store"],
            Only = ["tree.content"],
        }.RunAsync();

        var findings = report.Findings.ToDictionary(f => f.Code);
        Assert.Equal(4, findings.Count);
        Assert.StartsWith("src/strings/builder.go:", findings[GoErrorCodes.PartMissing].Cause, StringComparison.Ordinal);
        Assert.StartsWith("src/strings/reader.go:", findings[GoErrorCodes.ContentDiffers].Cause, StringComparison.Ordinal);
        Assert.StartsWith("bin/gofmt:", findings[GoErrorCodes.NotExecutable].Cause, StringComparison.Ordinal);
        Assert.StartsWith("src/strings/mine.go:", findings[GoErrorCodes.VersionsMixed].Cause, StringComparison.Ordinal);
    }
}
