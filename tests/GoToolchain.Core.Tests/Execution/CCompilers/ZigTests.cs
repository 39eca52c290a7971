namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>The word <c>zig</c> in place of a compiler.</summary>
public sealed class ZigTests
{
    [Theory]
    [InlineData("linux-x64", "zig", "x86_64-linux-gnu")]
    [InlineData("linux-x64", "zig:2.28", "x86_64-linux-gnu.2.28")]
    [InlineData("linux-arm", "zig:2.31", "arm-linux-gnueabihf.2.31")]
    [InlineData("linux-x86", "zig", "x86-linux-gnu")]
    [InlineData("linux-musl-arm64", "zig", "aarch64-linux-musl")]
    [InlineData("win-arm64", "zig", "aarch64-windows-gnu")]
    public async Task It_stands_for_zig_cc_with_the_target(string rid, string word, string triple)
    {
        using var sandbox = new CCompilerSandbox().With("zig", "gcc");

        var found = await sandbox.FindAsync(rid, word);

        Assert.Equal(($"zig cc -target {triple}", $"zig c++ -target {triple}"), (found.Command, found.CxxCommand));
        Assert.Equal(sandbox["path/zig"], found.Program);
    }

    [Fact]
    public async Task The_program_that_comes_with_Python_does_too()
    {
        using var sandbox = new CCompilerSandbox().With("python-zig");

        Assert.Equal("python-zig cc -target x86_64-windows-gnu", (await sandbox.FindAsync("win-x64", "zig")).Command);
    }

    [Fact]
    public async Task It_may_stand_in_the_environment()
    {
        using var sandbox = new CCompilerSandbox().With("zig");
        sandbox.Variables["CC"] = "zig";

        var found = await sandbox.FindAsync("linux-arm64");

        Assert.Equal(("zig cc -target aarch64-linux-gnu", "CC in the environment"), (found.Command, found.Origin));
    }

    [Fact]
    public async Task It_is_never_taken_without_being_asked_for()
    {
        using var sandbox = new CCompilerSandbox().With("zig").Running("debian");

        var error = await sandbox.FailAsync("linux-arm64");

        Assert.Same(GoErrorCodes.NoCrossCompiler, error.Code);
        Assert.Contains("set CC to `zig`", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-x64", "zig:", "names no version of glibc")]
    [InlineData("linux-x64", "zig:2.28 -O2", "names no version of glibc")]
    [InlineData("linux-x64", "zig:musl", "names no version of glibc")]
    [InlineData("win-x64", "zig:2.28", "which win-x64 does not have")]
    [InlineData("linux-musl-x64", "zig:2.28", "which linux-musl-x64 does not have")]
    [InlineData("osx-arm64", "zig", "for osx-arm64")]
    [InlineData("android-arm64", "zig", "for android-arm64")]
    public async Task What_it_cannot_do_is_refused(string rid, string word, string reason)
    {
        using var sandbox = new CCompilerSandbox().With("zig");

        Assert.Contains(reason, (await sandbox.FailAsync(rid, word)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_missing_it_is_said_how_to_get_it()
    {
        using var debian = new CCompilerSandbox().Running("debian");
        using var alpine = new CCompilerSandbox().Running("alpine");

        Assert.Contains("pip install ziglang", (await debian.FailAsync("win-x64", "zig")).NextStep, StringComparison.Ordinal);
        Assert.Contains("apk add zig", (await alpine.FailAsync("win-x64", "zig")).NextStep, StringComparison.Ordinal);
    }
}
