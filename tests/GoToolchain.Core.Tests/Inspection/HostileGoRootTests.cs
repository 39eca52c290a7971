using System.Diagnostics;
using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.Inspection;

namespace GoToolchain.Core.Tests.Inspection;

/// <summary>Trees that somebody made so that a look at them hangs or takes for ever.</summary>
public sealed class HostileGoRootTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly ScratchDirectory _scratch = new();
    private readonly SyntheticGoRoot _tree;

    public HostileGoRootTests() => _tree = SyntheticGoRoot.Create(_scratch["go"]);

    public void Dispose() => _scratch.Dispose();

    private Task<GoRootFacts> InspectAsync() =>
        Task.Run(() => new GoRootInspector(GoPlatform.Host).Inspect(_tree.Root)).WaitAsync(s_patience);

    [Theory]
    [InlineData("VERSION")]
    [InlineData("bin/go")]
    public async Task A_pipe_in_place_of_a_file_is_not_opened(string part)
    {
        await MakePipeAsync(part);

        Assert.Equal(GoVerdict.Incomplete, (await InspectAsync()).Verdict);
    }

    [Theory]
    [InlineData("VERSION")]
    [InlineData("bin/go")]
    public async Task A_link_to_a_pipe_or_a_device_is_not_opened(string part)
    {
        await MakePipeAsync("pipe");
        foreach (var target in (string[])[_tree["pipe"], "/dev/zero", "/dev/tty"])
        {
            _tree.Remove(part);
            File.CreateSymbolicLink(_tree[part], target);

            Assert.Equal(GoVerdict.Incomplete, (await InspectAsync()).Verdict);
        }
    }

    [Fact]
    public async Task A_VERSION_file_of_a_gigabyte_is_not_read()
    {
        using (var file = File.OpenWrite(_tree["VERSION"]))
        {
            file.SetLength(1L << 30);
        }

        var before = GC.GetTotalAllocatedBytes();
        var facts = await InspectAsync();

        Assert.Equal(GoVersion.Parse("1.24.4"), facts.Version);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 10_000_000);
    }

    [Fact]
    public async Task A_VERSION_file_without_an_end_of_line_is_no_version()
    {
        _tree.Write("VERSION", "go1.24.4-" + new string('x', 1_000_000));

        Assert.Equal(GoVerdict.Incomplete, (await InspectAsync()).Verdict);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("pkg")]
    [InlineData("bin")]
    public async Task Links_that_lead_in_a_circle_end(string part)
    {
        _tree.Remove(part);
        Directory.CreateSymbolicLink(_tree[part], _tree[part]);

        var facts = await InspectAsync();

        Assert.Contains(facts.Verdict, (GoVerdict[])[GoVerdict.Incomplete, GoVerdict.Unreadable]);
    }

    [Fact]
    public async Task A_directory_that_holds_itself_is_looked_at_once()
    {
        Directory.CreateSymbolicLink(_tree["src/runtime/again"], "..");

        Assert.Equal(GoVerdict.Usable, (await InspectAsync()).Verdict);
    }

    [Fact]
    public async Task A_tool_directory_of_many_entries_is_not_listed_to_its_end()
    {
        var tools = _tree[$"pkg/tool/{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}"];
        for (var i = 0; i < 2000; i++)
        {
            Directory.CreateDirectory($"{tools}/../x{i}");
        }

        var clock = Stopwatch.StartNew();
        _ = await InspectAsync();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private async Task MakePipeAsync(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in directories.");
        _tree.Remove(path);
        await Cli.Wrap("mkfifo").WithArguments(_tree[path]).ExecuteAsync(TestContext.Current.CancellationToken);
    }
}
