using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>A real Go is damaged after it was chosen for the build.</summary>
public sealed class DamagedToolchainSpecs
{
    [Theory]
    [InlineData("1.19")]
    [InlineData("1.24")]
    public async Task What_a_damaged_GOROOT_explains_carries_what_the_doctor_finds(string line)
    {
        using var copy = GoRootCopy.Of(await TestGo.EnsureAsync(line));
        var go = new GoToolchainManager(new GoToolchainOptions { Host = TestGo.Host, Root = copy.Root }).Find()!;
        using var scratch = new ScratchDirectory();
        copy.Delete("src/fmt");

        var error = Assert.Single(await BuildAsync(go, scratch));

        Assert.Equal((GoErrorCodes.BuildToolchainDamaged, 3, 8), (error.Code, error.Line, error.Column));
        Assert.StartsWith("package fmt is not in ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"\nThe doctor finds in {copy.Root}: src/fmt is missing: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("(GOTC6105) Cure: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("correct the import", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.24")]
    public async Task A_tool_that_is_gone_is_named(string line)
    {
        Assert.SkipUnless(GoPlatform.Host.ToString() == "linux/amd64", "The tool lies elsewhere on other machines.");
        using var copy = GoRootCopy.Of(await TestGo.EnsureAsync(line));
        var go = new GoToolchainManager(new GoToolchainOptions { Host = TestGo.Host, Root = copy.Root }).Find()!;
        using var scratch = new ScratchDirectory();
        copy.Delete("pkg/tool/linux_amd64/compile");

        var errors = await BuildAsync(go, scratch);

        Assert.All(errors, e => Assert.Equal(GoErrorCodes.BuildToolchainDamaged, e.Code));
        Assert.Contains("no such tool \"compile\"", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("pkg/tool/linux_amd64/compile is missing: nothing can be compiled.", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typing_error_in_an_import_is_not_blamed_on_a_Go_that_is_well()
    {
        var go = await TestGo.EnsureAsync("1.23");
        using var scratch = new ScratchDirectory();
        var (diagnostics, _) = await FailedBuild.RunAsync(GoFailure.Load("unknown-std"), go, scratch);

        var error = Assert.Single(await BuildDoctor.ExplainAsync(diagnostics, go, TestContext.Current.CancellationToken));

        Assert.Equal(GoErrorCodes.PackageNotFound, error.Code);
        Assert.Contains("Go has no package fnt: correct the import.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<GoDiagnostic>> BuildAsync(GoInstallation go, ScratchDirectory scratch)
    {
        var (diagnostics, _) = await FailedBuild.RunAsync(GoFailure.Of("import \"fmt\"\n\nfunc main() { fmt.Println() }\n"), go, scratch);
        return await BuildDoctor.ExplainAsync(diagnostics, go, TestContext.Current.CancellationToken);
    }
}
