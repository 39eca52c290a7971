namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>Where there is no compiler, the error names the package that has one, on the system at hand.</summary>
public sealed class CompilerPackageTests
{
    [Theory]
    [InlineData("debian", "linux-arm64", "apt-get install gcc-aarch64-linux-gnu libc6-dev-arm64-cross")]
    [InlineData("ubuntu", "win-x64", "apt-get install gcc-mingw-w64-x86-64")]
    [InlineData("debian", "linux-musl-x64", "apt-get install musl-tools")]
    [InlineData("fedora", "win-x86", "dnf install mingw32-gcc")]
    [InlineData("arch", "linux-riscv64", "pacman -S riscv64-linux-gnu-gcc")]
    [InlineData("alpine", "win-x64", "apk add mingw-w64-gcc")]
    public async Task For_another_platform_on_Linux(string distribution, string rid, string command)
    {
        using var sandbox = new CCompilerSandbox().With("gcc").Running(distribution);

        var error = await sandbox.FailAsync(rid);

        Assert.Same(GoErrorCodes.NoCrossCompiler, error.Code);
        Assert.Contains($"`{command}`", error.NextStep, StringComparison.Ordinal);
        Assert.Contains("build a GoSidecar without cgo", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("darwin", "win-x64", "brew install mingw-w64")]
    [InlineData("darwin", "linux-arm64", "brew install messense/macos-cross-toolchains/aarch64-unknown-linux-gnu")]
    [InlineData("windows", "win-arm64", "winget install MartinStorsjo.LLVM-MinGW.UCRT")]
    public async Task For_another_platform_elsewhere(string system, string rid, string command)
    {
        using var sandbox = new CCompilerSandbox { Platform = new GoPlatform(system, "amd64") };

        Assert.Contains($"`{command}`", (await sandbox.FailAsync(rid)).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debian", "apt-get install gcc libc6-dev")]
    [InlineData("alpine", "apk add gcc musl-dev")]
    [InlineData("opensuse", "zypper install gcc glibc-devel")]
    public async Task For_the_machine_itself(string distribution, string command)
    {
        using var sandbox = new CCompilerSandbox().Running(distribution);

        var error = await sandbox.FailAsync("linux-x64");

        Assert.Same(GoErrorCodes.NoCCompiler, error.Code);
        Assert.Contains("`gcc`", error.Problem, StringComparison.Ordinal);
        Assert.Contains($"`{command}`", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_that_were_looked_for_are_told()
    {
        using var sandbox = new CCompilerSandbox().Running("debian");

        var error = await sandbox.FailAsync("win-x64");

        Assert.Contains("x86_64-w64-mingw32-gcc, x86_64-w64-mingw32-gcc-posix", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_package_is_known_the_other_ways_are_told()
    {
        using var sandbox = new CCompilerSandbox().Running("fedora");

        var (apple, bsd) = (await sandbox.FailAsync("osx-arm64"), await sandbox.FailAsync("freebsd-x64"));

        Assert.Contains("osxcross", apple.NextStep, StringComparison.Ordinal);
        Assert.Equal("Name a compiler for it in the metadata CC, or build a GoSidecar without cgo, which needs none.", bsd.NextStep);
    }
}
