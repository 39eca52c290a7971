namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>A compiler that an item or the environment names.</summary>
public sealed class NamedCompilerTests
{
    [Fact]
    public async Task What_an_item_names_is_taken_and_its_sibling_for_C_plus_plus_with_the_same_arguments()
    {
        using var sandbox = new CCompilerSandbox().With("ccache", "clang-18", "aarch64-linux-gnu-gcc");

        var found = await sandbox.FindAsync("linux-arm64", "ccache clang-18 '--sysroot=/s p' --target=aarch64-linux-gnu");

        Assert.Equal("ccache clang-18 '--sysroot=/s p' --target=aarch64-linux-gnu", found.Command);
        Assert.Equal("ccache clang++-18 '--sysroot=/s p' --target=aarch64-linux-gnu", found.CxxCommand);
        Assert.Equal(sandbox["path/ccache"], found.Program);
        Assert.True(found.IsNamed);
    }

    [Fact]
    public async Task A_compiler_for_C_plus_plus_may_be_named_too()
    {
        using var sandbox = new CCompilerSandbox().With("aarch64-linux-gnu-gcc", "my-c++");

        Assert.Equal("my-c++ -v", (await sandbox.FindAsync("linux-arm64", cxx: "my-c++ -v")).CxxCommand);
        Assert.Contains("CXX of the item", (await sandbox.FailAsync("linux-arm64", cxx: "other-c++")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-gcc -m64", "`no-such-gcc` is not on PATH")]
    [InlineData("/no/such/gcc", "`/no/such/gcc` does not exist")]
    [InlineData("./tools/gcc", "`./tools/gcc` is a relative path")]
    [InlineData("'gcc -m64", "a quote is not closed")]
    public async Task What_cannot_be_run_is_refused_with_the_reason(string cc, string reason)
    {
        using var sandbox = new CCompilerSandbox().With("gcc", "aarch64-linux-gnu-gcc");

        var error = await sandbox.FailAsync("linux-arm64", cc);

        Assert.Same(GoErrorCodes.NamedCompilerUnusable, error.Code);
        Assert.Contains(reason, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_executed_is_refused()
    {
        using var sandbox = new CCompilerSandbox();
        sandbox.WithSystemFile("/gcc", "text");

        var error = await sandbox.FailAsync("linux-x64", sandbox["system/gcc"]);

        Assert.Contains("no program that may be executed", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aarch64-none-linux-gnu-gcc")]
    [InlineData("clang --target=aarch64-linux-gnu")]
    public async Task What_the_environment_names_is_taken_for_another_platform_when_it_says_which(string cc)
    {
        using var sandbox = new CCompilerSandbox().With("aarch64-none-linux-gnu-gcc", "clang", "aarch64-linux-gnu-gcc");
        sandbox.Variables["CC"] = cc;

        var found = await sandbox.FindAsync("linux-arm64");

        Assert.Equal((cc, "CC in the environment"), (found.Command, found.Origin));
    }

    [Theory]
    [InlineData("gcc")]
    [InlineData("gcc-12 -O2")]
    [InlineData("ccache clang-18")]
    [InlineData("/usr/bin/cc")]
    public async Task A_compiler_that_the_environment_prefers_for_the_machine_says_nothing_about_other_platforms(string cc)
    {
        using var sandbox = new CCompilerSandbox().With("aarch64-linux-gnu-gcc", "gcc", "gcc-12", "ccache");
        sandbox.Variables["CC"] = cc;
        sandbox.Variables["CXX"] = "g++";

        var found = await sandbox.FindAsync("linux-arm64");
        var error = await sandbox.FailAsync("win-x64");

        Assert.Equal(("aarch64-linux-gnu-gcc", "aarch64-linux-gnu-g++"), (found.Command, found.CxxCommand));
        Assert.Contains($"`{cc}` (CC in the environment) compiles for this machine", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_machine_itself_what_the_environment_names_is_taken_or_it_is_an_error()
    {
        using var sandbox = new CCompilerSandbox().With("gcc", "clang-18");
        sandbox.Variables["CC"] = "clang-18";
        sandbox.Variables["CXX"] = "other++";

        var found = await sandbox.FindAsync("linux-x64");
        sandbox.Variables["CC"] = "clang-99";

        // The user's CXX reaches Go by itself.
        Assert.Equal(("clang-18", null), (found.Command, found.CxxCommand));
        Assert.Same(GoErrorCodes.NamedCompilerUnusable, (await sandbox.FailAsync("linux-x64")).Code);
    }
}
