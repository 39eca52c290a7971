using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Interop;

/// <summary>A Go library inside CoreCLR on Linux: docs/shared-libraries.md says what is going on.</summary>
public sealed class GuardSpecs
{
    [Theory]
    [InlineData("1.23", "calls")]
    [InlineData("1.27", "bindings")]
    public async Task Guarded_calls_survive_a_storm_of_the_signal_that_would_end_the_process(string go, string guards)
    {
        StressProgram.SkipWhereImpossible();
        using var scratch = new ScratchDirectory();

        var run = await StressProgram.RunAsync(scratch, go, guards, "10", "storm");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("recovered panic: ", run.Output, StringComparison.Ordinal);
        Assert.Matches("sent signals: [1-9]", run.Output);
    }

    [Fact]
    public async Task Without_guards_the_same_program_crashes()
    {
        StressProgram.SkipWhereImpossible();
        Assert.SkipUnless(
            (await File.ReadAllTextAsync("/proc/cpuinfo", TestContext.Current.CancellationToken)).Contains(
                "avx512",
                StringComparison.Ordinal
            ),
            "Only the large registers of this kind of processor make the crash certain."
        );
        using var scratch = new ScratchDirectory();

        var run = await StressProgram.RunAsync(scratch, "1.23", "none", "60");

        // 128 and the number of the signal: SIGSEGV, or SIGABRT when Go notices first.
        Assert.True(run.ExitCode is 139 or 134, $"{run.ExitCode}: {run.Output}");
    }

    [Fact]
    public async Task A_guarded_call_keeps_the_signal_from_the_thread_from_the_very_first_call_on()
    {
        StressProgram.SkipWhereImpossible();
        using var scratch = new ScratchDirectory();

        var run = await StressProgram.RunAsync(scratch, "1.23", "calls", "0");

        Assert.Contains("call 1: signal blocked", run.Output, StringComparison.Ordinal);
        Assert.Contains("call 2: signal blocked", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Go_older_than_1_21_lets_the_signal_through_all_the_same()
    {
        StressProgram.SkipWhereImpossible();
        using var scratch = new ScratchDirectory();

        var run = await StressProgram.RunAsync(scratch, "1.19", "calls", "0");

        Assert.Contains("call 3: signal let through", run.Output, StringComparison.Ordinal);
    }
}
