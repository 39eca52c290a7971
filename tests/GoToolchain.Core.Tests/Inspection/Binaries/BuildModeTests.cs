using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>What a file is for, as its headers and the build settings tell.</summary>
public sealed class BuildModeTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly GoProgram _program;

    public BuildModeTests() => _program = new GoProgram(_scratch);

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("exe", GoBinaryKind.Program, false)]
    [InlineData("pie", GoBinaryKind.PositionIndependentProgram, true)]
    public async Task A_program_says_whether_it_is_position_independent(string mode, GoBinaryKind kind, bool isDynamic)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var file = await _program.BuildAsync(go, new GoPlatform("linux", "amd64"), $"-buildmode={mode}");

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal((GoBinaryVerdict.Go, kind, mode), (binary.Verdict, binary.Kind, binary.BuildMode));
        Assert.Equal(isDynamic, binary.IsDynamic);
        Assert.Equal(isDynamic ? "/lib64/ld-linux-x86-64.so.2" : null, binary.Interpreter);
    }

    [Theory]
    [InlineData("windows", GoBinaryKind.PositionIndependentProgram)]
    [InlineData("darwin", GoBinaryKind.PositionIndependentProgram)]
    public async Task Programs_for_other_systems_are_dynamic_and_position_independent(string os, GoBinaryKind kind)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var file = await _program.BuildAsync(go, new GoPlatform(os, "arm64"));

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal(kind, binary.Kind);
        Assert.True(binary.IsDynamic);
        Assert.Equal(os == "darwin" ? "/usr/lib/dyld" : null, binary.Interpreter);
    }

    [Theory]
    [InlineData("c-shared")]
    [InlineData("plugin")]
    public async Task A_library_that_C_loads_exports_the_symbols_of_cgo(string mode)
    {
        RequireCCompiler();
        var go = await TestGo.EnsureAsync("1.23");
        var file = await _program.BuildAsync(go, null, $"-buildmode={mode}", "./shared");

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal((GoBinaryVerdict.Go, GoBinaryKind.SharedLibrary, mode), (binary.Verdict, binary.Kind, binary.BuildMode));
        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(binary.BuildInfo!));
        Assert.Equal("1", binary.BuildInfo!.Setting("CGO_ENABLED"));
        Assert.True(binary.IsDynamic);
        Assert.True(binary.ExportsCgo);
    }

    [Fact]
    public async Task A_program_with_C_code_that_the_linker_of_C_linked_is_read_too()
    {
        RequireCCompiler();
        var go = await TestGo.EnsureAsync("1.23");
        var file = await _program.BuildAsync(go, null, "-ldflags=-linkmode=external", "./shared");

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(binary.BuildInfo!));
        Assert.Equal("", binary.Reason);
        Assert.True(binary.IsDynamic);
        Assert.False(binary.IsStripped);
        Assert.True(binary.HasDebugInfo);
    }

    [Fact]
    public async Task A_static_library_holds_no_build_information_and_the_reason_says_so()
    {
        RequireCCompiler();
        var go = await TestGo.EnsureAsync("1.23");
        var file = await _program.BuildAsync(go, null, "-buildmode=c-archive", "./shared");

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal(GoBinaryVerdict.NotExecutable, binary.Verdict);
        Assert.Contains("static library", binary.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_table_of_sections_the_first_writable_data_is_searched()
    {
        var go = await TestGo.EnsureAsync("1.21");
        var file = await _program.BuildAsync(go, new GoPlatform("linux", "amd64"));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        // e_shoff, e_shnum and e_shstrndx, as sstrip(1) leaves them.
        bytes.AsSpan(40, 8).Clear();
        bytes.AsSpan(60, 4).Clear();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var binary = GoBinaryFile.Inspect(file);

        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(binary.BuildInfo!));
        Assert.Equal("", binary.Reason);
    }

    private static void RequireCCompiler() =>
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && HostMachine.Detect().FindOnPath("gcc") is not null,
            "gcc is missing: nothing links cgo."
        );
}
