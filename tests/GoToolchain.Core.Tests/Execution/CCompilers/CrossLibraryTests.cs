using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>Real shared libraries and programs with C code, by real Go with the compilers that the finder names.</summary>
public sealed class CrossLibraryTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string, string, ExecutableFormat, string> Libraries =>
        [
            .. TestMatrix.Of<TheoryDataRow<string, string, ExecutableFormat, string>>(
                [
                    new("1.23", "linux-x64", ExecutableFormat.Elf, "gcc"),
                    new("1.23", "linux-arm64", ExecutableFormat.Elf, "aarch64-linux-gnu-gcc"),
                    new("1.23", "linux-arm", ExecutableFormat.Elf, "arm-linux-gnueabihf-gcc"),
                    new("1.23", "win-x64", ExecutableFormat.PortableExecutable, "x86_64-w64-mingw32-gcc-win32"),
                    new("1.19", "linux-arm64", ExecutableFormat.Elf, "aarch64-linux-gnu-gcc"),
                    new("1.19", "win-x64", ExecutableFormat.PortableExecutable, "x86_64-w64-mingw32-gcc-win32"),
                ],
                row => row.Data.Item1 == "1.23" && row.Data.Item2 != "linux-arm"
            ),
        ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_shared_library_is_built_with_the_compiler_of_the_distribution(
        string version,
        string rid,
        ExecutableFormat format,
        string compiler
    )
    {
        var go = await CgoMachine.EnsureAsync(version);
        var target = GoTarget.FromRuntimeIdentifier(rid);
        target.RequireSharedLibrary(go.Version);

        var found = new GoCCompilerFinder(go).Find(target);
        var file = await CgoModule.BuildLibraryAsync(_scratch, go, found);

        Assert.Equal(compiler, found.Command);
        var binary = GoBinaryFile.Inspect(file);
        Assert.Equal((format, target.Platform), (binary.Format, binary.Platform));
        Assert.Equal(GoBinaryKind.SharedLibrary, binary.Kind);
        Assert.NotEqual(false, binary.ExportsCgo);
        Assert.Contains(
            "Twice",
            await File.ReadAllTextAsync(Path.ChangeExtension(file, ".h"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains("Twice", await ExportedSymbols.OfAsync(file, binary.Format));
    }

    [Fact]
    public async Task A_program_with_C_code_for_musl_does_not_ask_for_the_loader_of_glibc()
    {
        var go = await CgoMachine.EnsureAsync("1.23");
        var found = new GoCCompilerFinder(go).Find(GoTarget.FromRuntimeIdentifier("linux-musl-x64"));

        var file = await CgoModule.BuildProgramAsync(_scratch, go, found);

        Assert.Equal("x86_64-linux-musl-gcc", found.Command);
        // Debian's musl-dev links libc.a where musl itself is not installed.
        Assert.True(GoBinaryFile.Inspect(file).Interpreter is null or "/lib/ld-musl-x86_64.so.1");
        var ran = await Cli.Wrap(file).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal("42", ran.StandardError.Trim());
    }

    [Fact]
    public async Task A_named_compiler_may_have_arguments_and_quotes()
    {
        var go = await CgoMachine.EnsureAsync("1.23");
        var real = new GoCCompilerFinder(go).Find(GoTarget.FromRuntimeIdentifier("linux-arm64")).Program;
        var compiler = _scratch.CreateFile(
            "tools with spaces/aarch64-linux-gnu-gcc",
            $"#!/bin/sh\nexec '{real}' \"$@\"\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

        var finder = new GoCCompilerFinder(go);
        var found = finder.Find(GoTarget.FromRuntimeIdentifier("linux-arm64"), $"'{compiler}' -DEXTRA=3 \"-DSPACED=1 + 2\"");
        await finder.VerifyAsync(found, TestContext.Current.CancellationToken);
        var file = await CgoModule.BuildLibraryAsync(_scratch, go, found);

        Assert.Equal(compiler, found.Program);
        Assert.Equal(new GoPlatform("linux", "arm64"), GoBinaryFile.Inspect(file).Platform);
    }

    [Theory]
    [InlineData("linux-x64", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu", "`gcc` is there")]
    [InlineData("linux-arm64", "gcc", "x86_64-linux-gnu", "`aarch64-linux-gnu-gcc` is there")]
    [InlineData("win-x64", "arm-linux-gnueabihf-gcc", "arm-linux-gnueabihf", "`x86_64-w64-mingw32-gcc-win32` is there")]
    public async Task A_named_compiler_for_another_target_is_refused_and_the_right_one_named(
        string rid,
        string cc,
        string compilesFor,
        string instead
    )
    {
        var go = await CgoMachine.EnsureAsync("1.23");
        var finder = new GoCCompilerFinder(go);
        var found = finder.Find(GoTarget.FromRuntimeIdentifier(rid), cc);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => finder.VerifyAsync(found, TestContext.Current.CancellationToken));

        Assert.Same(GoErrorCodes.CompilerForOtherTarget, error.Code);
        Assert.Contains(compilesFor, error.Problem, StringComparison.Ordinal);
        Assert.Contains(instead, error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("win-x64")]
    public async Task With_zig_a_shared_library_is_built_without_another_compiler(string rid)
    {
        Assert.SkipWhen(TestGo.Host.FindOnPath("zig") is null && TestGo.Host.FindOnPath("python-zig") is null, "This machine has no zig.");
        var go = await TestGo.EnsureAsync("1.23");
        var target = GoTarget.FromRuntimeIdentifier(rid);

        var file = await CgoModule.BuildLibraryAsync(_scratch, go, new GoCCompilerFinder(go).Find(target, "zig"));

        Assert.Equal(target.Platform, GoBinaryFile.Inspect(file).Platform);
    }
}
