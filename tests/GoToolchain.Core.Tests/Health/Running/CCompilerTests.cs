using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Running;

/// <summary>Broken C compilers are small programs that say what real ones say when a part of them is missing.</summary>
public sealed class CCompilerTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("main.c:1:10: fatal error: stdio.h: No such file or directory", "the headers of the C library are not installed")]
    [InlineData("main.c:1:10: fatal error: 'stdio.h' file not found", "the headers of the C library are not installed")]
    [InlineData("/usr/bin/ld: cannot find crt1.o: No such file or directory", "the start file crt1.o is missing")]
    [InlineData("gcc: fatal error: cannot execute 'cc1': posix_spawnp: No such file or directory", "its part cc1 is missing")]
    [InlineData("collect2: fatal error: cannot find 'ld'", "ld is missing")]
    [InlineData("something nobody has heard of", "exit code 1: something nobody has heard of")]
    public async Task A_broken_C_compiler_is_named_with_what_it_lacks_and_cgo_is_not_tried(string message, string cause)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler is a shell script.");
        var compiler = _scratch.CreateFile("cc", $"#!/bin/sh\necho \"{message}\" >&2\nexit 1\n", Executable);

        var report = await RunAsync(new() { ["CC"] = compiler });

        var finding = Assert.Single(report.Findings);
        Assert.Equal(GoErrorCodes.CCompilerBroken, finding.Code);
        Assert.Contains(compiler, finding.Cause, StringComparison.Ordinal);
        Assert.Contains("CC in the environment", finding.Cause, StringComparison.Ordinal);
        Assert.Contains(cause, finding.Cause, StringComparison.Ordinal);
        Assert.Equal(HealthOutcome.Blocked, report.Checks.Single(c => c.Id == "run.cgo").Outcome);
    }

    [Fact]
    public async Task A_C_compiler_that_says_nothing_and_makes_nothing_is_broken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler is a shell script.");
        var compiler = _scratch.CreateFile("cc", "#!/bin/sh\nexit 0\n", Executable);

        var finding = Assert.Single((await RunAsync(new() { ["CC"] = compiler })).Findings);

        Assert.Equal(GoErrorCodes.CCompilerBroken, finding.Code);
        Assert.Contains("made no program", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CC_that_leads_nowhere_is_named()
    {
        var finding = Assert.Single((await RunAsync(new() { ["CC"] = _scratch["nowhere/gcc"] })).Findings);

        Assert.Equal(GoErrorCodes.CompilerMissing, finding.Code);
        Assert.Equal("CC", finding.Place);
    }

    [Fact]
    public async Task Without_a_C_compiler_it_is_said_how_to_get_one_and_nothing_is_wrong()
    {
        var report = await RunAsync(new() { ["PATH"] = _scratch.CreateDirectory("empty"), ["CC"] = null });

        Assert.Empty(report.Findings);
        var check = report.Checks.Single(c => c.Id == "run.c-compiler");
        Assert.Equal(HealthOutcome.NotApplicable, check.Outcome);
        Assert.Contains("There is no C compiler", check.Found, StringComparison.Ordinal);
        Assert.Equal(HealthOutcome.NotApplicable, report.Checks.Single(c => c.Id == "run.cgo").Outcome);
    }

    [Fact]
    public async Task A_flag_that_breaks_all_C_code_is_named()
    {
        Assert.SkipWhen(TestGo.Host.FindOnPath("gcc") is null, "There is no gcc.");

        var finding = Assert.Single((await RunAsync(new() { ["CGO_LDFLAGS"] = "-lnosuchlibrary" })).Findings);

        Assert.Equal(GoErrorCodes.InvalidVariable, finding.Code);
        Assert.Equal("CGO_LDFLAGS", finding.Place);
        Assert.Contains("nosuchlibrary", finding.Cause, StringComparison.Ordinal);
    }

    private static async Task<HealthReport> RunAsync(Dictionary<string, string?> variables)
    {
        var go = await TestGo.EnsureAsync("1.23");
        return await new RunningCase
        {
            Root = go.Root,
            Variables = variables,
            Only = ["run.cgo"],
        }.RunAsync();
    }
}
