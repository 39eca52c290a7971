using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>setup</c> on the empty home of a newcomer, with a real Go from a mirror, and the real shells afterwards.</summary>
public sealed class SetupTests(RealRelease release) : IClassFixture<RealRelease>, IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_machine_is_set_up_once_and_found_so_the_second_time()
    {
        _machine.Variables["SHELL"] = "/bin/bash";
        _machine.Variables["PATH"] = "/usr/bin:/bin";
        var link = Path.Combine(_machine.Home, ".local", "go");
        string[] line = ["setup", release.Version, "--level", "quick", "--source", "mirror", "--mirror", release.Mirror.Url];

        var plan = (await _machine.RunAsync([.. line, "--dry-run"])).Ended(0);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_machine.Home));
        var first = await _machine.RunAsync(line);
        var home = Files();
        var second = await _machine.RunAsync([.. line, "--json"]);

        Assert.Matches("^toolchain \\(planned\\): .*\nlink \\(planned\\): .*\nshells \\(planned\\): ", plan.Out);
        first.Ended(0);
        Assert.Matches(
            $"^toolchain \\(done\\): Go {release.Version} was installed .*\nlink \\(done\\): {link} leads now to .*\nshells \\(done\\): (.*\n)+doctor \\(done\\): ",
            first.Out
        );
        second.Ended(0);
        Assert.Equal(
            ["already-there", "already-there", "already-there", "done"],
            second.Json.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("outcome").GetString())
        );
        Assert.Equal(home, Files());
        Assert.Equal([$"{link}/bin/go", $"go version go{release.Version} linux/amd64"], await ShellAsync("-l", "-c"));
        Assert.Equal([$"{link}/bin/go", $"go version go{release.Version} linux/amd64"], await ShellAsync("-i", "-c"));
    }

    private string[] Files() =>
        [
            .. Directory
                .EnumerateFiles(_machine.Home, ".*", SearchOption.TopDirectoryOnly)
                .Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O}")
                .Order(),
        ];

    private async Task<string[]> ShellAsync(params string[] options)
    {
        var run = await Cli.Wrap("/usr/bin/env")
            .WithArguments([
                "-i",
                $"HOME={_machine.Home}",
                "PATH=/usr/bin:/bin",
                "TERM=dumb",
                "bash",
                .. options,
                "command -v go; go version",
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
