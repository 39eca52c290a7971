using GoToolchain.Execution.CCompilers;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

public sealed class CCompilerFinderTests
{
    public static TheoryData<string, string> Names { get; } =
        new(CrossCompilers.All.Where(c => c.Rid != "linux-x64").SelectMany(c => c.Programs.Select(p => (c.Rid, p))));

    [Fact]
    public async Task For_the_machine_itself_it_is_the_compiler_that_Go_would_take()
    {
        using var sandbox = new CCompilerSandbox().With("gcc", "clang", "cc");

        var found = await sandbox.FindAsync("linux-x64");

        Assert.Equal(("gcc", "g++", sandbox["path/gcc"]), (found.Command, found.CxxCommand, found.Program));
        Assert.Equal(
            ["CC=gcc", "CGO_ENABLED=1", "CXX=g++"],
            found.Variables.Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal)
        );
        Assert.False(found.IsNamed);
    }

    [Fact]
    public async Task For_the_machine_itself_another_compiler_does_where_the_usual_one_is_missing()
    {
        using var sandbox = new CCompilerSandbox().With("clang");

        var found = await sandbox.FindAsync("linux-x64");

        Assert.Equal(("clang", "clang++"), (found.Command, found.CxxCommand));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_compiler_for_another_platform_is_found_by_each_name_that_is_known(string rid, string program)
    {
        using var sandbox = new CCompilerSandbox().With("gcc", program);

        var found = await sandbox.FindAsync(rid);

        Assert.Equal((program, sandbox["path/" + program]), (found.Command, found.Program));
    }

    [Theory]
    [InlineData("x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-g++")]
    [InlineData("x86_64-w64-mingw32-gcc-posix", "x86_64-w64-mingw32-g++-posix")]
    [InlineData("x86_64-w64-mingw32-clang", "x86_64-w64-mingw32-clang++")]
    public async Task The_compiler_for_C_plus_plus_is_of_the_same_toolchain(string program, string cxx)
    {
        using var sandbox = new CCompilerSandbox().With(program);

        Assert.Equal(cxx, (await sandbox.FindAsync("win-x64")).CxxCommand);
    }

    [Fact]
    public async Task The_wrapper_for_musl_counts_for_the_processor_of_the_machine_only()
    {
        using var sandbox = new CCompilerSandbox().With("musl-gcc");

        Assert.Equal("musl-gcc", (await sandbox.FindAsync("linux-musl-x64")).Command);
        Assert.Same(GoErrorCodes.NoCrossCompiler, (await sandbox.FailAsync("linux-musl-arm64")).Code);
    }

    [Fact]
    public async Task The_compiler_of_a_64_bit_machine_compiles_for_32_bits_where_the_files_for_that_are()
    {
        using var bare = new CCompilerSandbox().With("gcc");
        using var complete = new CCompilerSandbox().With("gcc").WithSystemFile("/usr/lib32/crt1.o");

        Assert.Same(GoErrorCodes.NoCrossCompiler, (await bare.FailAsync("linux-x86")).Code);
        Assert.Equal("gcc", (await complete.FindAsync("linux-x86")).Command);
    }

    [Fact]
    public async Task On_macOS_the_compiler_of_Apple_compiles_for_both_processors()
    {
        using var sandbox = new CCompilerSandbox { Platform = new GoPlatform("darwin", "arm64") }.With("clang");

        Assert.Equal("clang", (await sandbox.FindAsync("osx-arm64")).Command);
        Assert.Equal("clang", (await sandbox.FindAsync("osx-x64")).Command);
        Assert.Same(GoErrorCodes.NoCrossCompiler, (await sandbox.FailAsync("linux-x64")).Code);
    }

    [Fact]
    public async Task On_a_machine_with_musl_a_target_with_glibc_is_another_platform()
    {
        using var sandbox = new CCompilerSandbox().With("gcc").Running("alpine").WithSystemFile("/lib/ld-musl-x86_64.so.1");

        Assert.Equal("linux-musl-x64", sandbox.Machine.RuntimeIdentifier);
        Assert.Equal("gcc", (await sandbox.FindAsync("linux-musl-x64")).Command);
        Assert.Same(GoErrorCodes.NoCrossCompiler, (await sandbox.FailAsync("linux-x64")).Code);
    }

    [Fact]
    public void A_machine_with_both_C_libraries_is_one_with_glibc()
    {
        using var sandbox = new CCompilerSandbox().WithSystemFile("/lib/ld-musl-x86_64.so.1").WithSystemFile("/lib64/ld-linux-x86-64.so.2");

        Assert.Equal("linux-x64", sandbox.Machine.RuntimeIdentifier);
    }

    [Fact]
    public async Task Of_the_NDKs_of_an_SDK_the_newest_is_taken_with_the_lowest_level_that_NET_has()
    {
        using var sandbox = new CCompilerSandbox();
        sandbox.Variables["ANDROID_HOME"] = sandbox["sdk"];
        foreach (var ndk in (string[])["26.1.10909125", "9.0.1"])
        {
            foreach (var level in (int[])[19, 21, 24, 34])
            {
                sandbox.WithProgram($"sdk/ndk/{ndk}/toolchains/llvm/prebuilt/linux-x86_64/bin/aarch64-linux-android{level}-clang");
            }
        }

        var found = await sandbox.FindAsync("android-arm64");

        var expected = sandbox["sdk/ndk/26.1.10909125/toolchains/llvm/prebuilt/linux-x86_64/bin/aarch64-linux-android21-clang"];
        Assert.Equal((expected, expected, expected + "++"), (found.Command, found.Program, found.CxxCommand));
    }

    [Fact]
    public async Task Without_an_NDK_the_variables_are_named_that_lead_to_one()
    {
        using var sandbox = new CCompilerSandbox();
        sandbox.Variables["ANDROID_NDK_HOME"] = sandbox["nowhere"];

        var error = await sandbox.FailAsync("android-arm");

        Assert.Contains("armv7a-linux-androideabi<API level>-clang", error.Problem, StringComparison.Ordinal);
        Assert.Contains("ANDROID_NDK_HOME", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wasi-wasm")]
    [InlineData("browser-wasm")]
    [InlineData("win-arm")]
    public async Task Where_Go_has_no_cgo_no_compiler_is_looked_for(string rid)
    {
        using var sandbox = new CCompilerSandbox().With("gcc");

        Assert.Same(GoErrorCodes.NoCgo, (await sandbox.FailAsync(rid)).Code);
    }
}
