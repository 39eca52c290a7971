using GoToolchain.Fixtures;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Tests;

public sealed class CheckProgressTests
{
    private static readonly HealthCheckStart s_quick = new("tree.root", "GOROOT is there", HealthLevel.Quick);
    private static readonly HealthCheckStart s_slow = new("run.build", "A program builds", HealthLevel.Standard);

    [Fact]
    public async Task A_log_gets_a_line_for_each_check_that_may_take_a_while()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await using (var progress = new CheckLines(writer))
        {
            progress.Report(s_quick);
            progress.Report(SampleReport.Create().Checks[0]);
            progress.Report(s_slow);
        }

        Assert.Equal("Checking: A program builds\n", writer.ToString());
    }

    [Fact]
    public async Task A_terminal_sees_how_many_are_done_and_which_are_being_done_and_at_the_end_nothing()
    {
        using var writer = new AwaitedWriter("1 checked; now: A program builds");
        await using (var progress = new CheckStatusLine(writer, () => 80))
        {
            progress.Report(s_quick);
            progress.Report(SampleReport.Create().Checks[0]);
            progress.Report(s_slow);
            await writer.Seen.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }

        Assert.EndsWith("\r\e[K", writer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', writer.Text);
    }

    [Fact]
    public async Task A_status_is_never_wider_than_the_terminal()
    {
        using var writer = new AwaitedWriter("…");
        await using (var progress = new CheckStatusLine(writer, () => 24))
        {
            progress.Report(s_slow with { Title = new string('t', 100) });
            await writer.Seen.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }

        Assert.All(writer.Text.Split("\r\e[K"), line => Assert.True(line.Length < 24, line));
    }

    [Fact]
    public async Task Work_that_is_done_at_once_shows_nothing()
    {
        using var writer = new AwaitedWriter("checked");
        await using (var progress = new CheckStatusLine(writer, () => 80)) { }

        Assert.Empty(writer.Text);
    }

    // Says when a text has been written.
    private sealed class AwaitedWriter(string awaited) : StringWriter
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public string Text
        {
            get
            {
                lock (_seen)
                {
                    return ToString();
                }
            }
        }

        public override Task WriteAsync(string? value)
        {
            lock (_seen)
            {
                Write(value);
                if (value?.Contains(awaited, StringComparison.Ordinal) == true)
                {
                    _seen.TrySetResult();
                }
            }

            return Task.CompletedTask;
        }
    }
}
