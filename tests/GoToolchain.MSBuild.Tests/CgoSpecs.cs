using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>C compilers for shared libraries, in real builds.</summary>
public sealed class CgoSpecs(PackageFeed feed)
{
    private const string Library = """<GoSharedLibrary Include="../libcalc" />""";

    [Fact]
    public async Task A_shared_library_for_another_platform_is_built_by_the_compiler_on_PATH_and_again_when_that_is_another()
    {
        using var solution = await CreateAsync(Library);
        string[] build = ["build", "App", "-r", "linux-arm64", "-v:n"];

        await solution.DotNetAsync(build);
        var binary = GoBinaryFile.Inspect(solution["App", "bin", "Debug", "net10.0", "linux-arm64", "libcalc.so"]);
        var unchanged = await solution.DotNetAsync(build);
        var other = solution.Write(
            "tools/aarch64-linux-gnu-gcc",
            "#!/bin/sh\nexec " + await CompilerAsync("aarch64-linux-gnu-gcc") + " \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(other, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        solution.Variables["PATH"] = solution["tools"] + Path.PathSeparator + solution.Variables["PATH"];
        var rebuilt = await solution.DotNetAsync(build);

        Assert.Equal(new GoPlatform("linux", "arm64"), binary.Platform);
        Assert.Equal(GoBinaryKind.SharedLibrary, binary.Kind);
        Assert.DoesNotContain("is built for linux-arm64", unchanged, StringComparison.Ordinal);
        Assert.Contains("calc is built for linux-arm64, because the C compiler", rebuilt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_compiler_for_the_platform_the_build_fails_before_go_is_started()
    {
        Assert.SkipWhen(TestGo.Host.FindOnPath("aarch64-linux-gnu-gcc") is not null, "This machine has a compiler for 64-bit ARM.");
        using var solution = new Solution(feed);
        Write(solution, Library);

        var run = await solution.TryDotNetAsync("build", "App", "-r", "linux-arm64", "-v:d");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            "App.csproj : error GOTC4002: GoSharedLibrary `../libcalc`: There is no C compiler for linux-arm64",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("aarch64-linux-gnu-gcc", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("go build", run.Output, StringComparison.Ordinal);
        Assert.Empty(solution.InIntermediate("libcalc.so"));
    }

    [Fact]
    public async Task A_compiler_in_CC_that_compiles_for_something_else_is_refused()
    {
        using var solution = await CreateAsync("""<GoSharedLibrary Include="../libcalc" CC="arm-linux-gnueabihf-gcc -O2" />""");

        var run = await solution.TryDotNetAsync("build", "App", "-r", "linux-arm64");

        Assert.Contains(
            "error GOTC4004: GoSharedLibrary `../libcalc`: `arm-linux-gnueabihf-gcc -O2`",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_shared_library_for_musl_is_refused_unless_it_is_wanted()
    {
        using var solution = await CreateAsync(Library);

        var refused = await solution.TryDotNetAsync("build", "App", "-r", "linux-musl-x64");
        await solution.DotNetAsync("build", "App", "-r", "linux-musl-x64", "-p:AllowMuslSharedLibrary=true");

        Assert.Contains("error GOTC4006: GoSharedLibrary `../libcalc`", refused.Output, StringComparison.Ordinal);
        Assert.Single(solution.InIntermediate("libcalc.so"));
    }

    [Fact]
    public async Task A_sidecar_without_cgo_is_refused_where_Go_needs_the_linker_of_the_platform()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(properties: "<UseAppHost>false</UseAppHost>");

        var run = await solution.TryDotNetAsync("build", "App", "-r", "android-x64");

        Assert.Contains("error GOTC4008: GoSidecar `../agent`", run.Output, StringComparison.Ordinal);
    }

    private static async Task<string> CompilerAsync(string name)
    {
        var compilers = await DistributionCompilers.EnsureAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(compilers.Directory is null, compilers.Reason);
        return Path.Combine(compilers.Directory!, name);
    }

    private async Task<Solution> CreateAsync(string item)
    {
        var compiler = await CompilerAsync("aarch64-linux-gnu-gcc");
        var solution = new Solution(feed);
        Write(solution, item);
        solution.Variables["PATH"] = Path.GetDirectoryName(compiler) + Path.PathSeparator + TestGo.Host.GetVariable("PATH");
        return solution;
    }

    private static void Write(Solution solution, string item)
    {
        solution.WriteApp(item, "<UseAppHost>false</UseAppHost>");
        solution.Write("libcalc/go.mod", "module example.com/calc\n\ngo 1.19\n");
        solution.Write(
            "libcalc/main.go",
            "package main\n\n// static int twice(int n) { return 2 * n; }\nimport \"C\"\n\n//export Twice\nfunc Twice(n C.int) C.int { return C.twice(n) }\n\nfunc main() {}\n"
        );
    }
}
