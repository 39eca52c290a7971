using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Tests;

public sealed class LineProgressTests
{
    private const string Toolchain = "go1.24.4.linux-amd64";

    [Fact]
    public async Task A_log_gets_a_line_for_each_step_and_not_one_for_each_report()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await using (var progress = new LineProgress(writer, TimeProvider.System))
        {
            progress.Report(new GoProgress(GoProgressPhase.Resolving, Detail: "go.dev"));
            for (var bytes = 0; bytes <= 20_000_000; bytes += 100_000)
            {
                progress.Report(new GoProgress(GoProgressPhase.Downloading, Toolchain, "https://mirror.example", bytes, 20_000_000));
            }

            progress.Report(new GoProgress(GoProgressPhase.Installed, Toolchain, Bytes: 20_000_000, TotalBytes: 20_000_000, Files: 14_213));
        }

        Assert.Equal(
            [
                "Asking go.dev",
                "Downloading go1.24.4.linux-amd64: https://mirror.example (0.0 of 20.0 MB)",
                "Installed go1.24.4.linux-amd64 (20.0 MB, 14,213 files)",
            ],
            writer.ToString().TrimEnd('\n').Split('\n')
        );
    }

    [Fact]
    public async Task A_step_that_lasts_is_reported_again_after_ten_seconds()
    {
        var clock = new SteppedClock();
        using var writer = new StringWriter { NewLine = "\n" };
        await using var progress = new LineProgress(writer, clock);
        var report = new GoProgress(GoProgressPhase.WaitingForLock, Toolchain, "process 4711");

        progress.Report(report);
        clock.Seconds = 9;
        progress.Report(report);
        clock.Seconds = 11;
        progress.Report(report);

        Assert.Equal(2, writer.ToString().Split("Waiting", StringSplitOptions.None).Length - 1);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
