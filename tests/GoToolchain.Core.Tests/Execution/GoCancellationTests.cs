using System.Diagnostics;
using System.Globalization;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution;

public sealed class GoCancellationTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Cancellation_ends_go_its_program_and_the_children_of_that_program()
    {
        var go = await TestGo.EnsureAsync("1.19");
        // `go run` starts this program, and the program starts itself once more: both print who they are and sleep.
        _scratch.CreateFile("go.mod", "module example.com/sleeper\n\ngo 1.19\n");
        _scratch.CreateFile(
            "main.go",
            """
            package main

            import (
                "fmt"
                "os"
                "os/exec"
                "time"
            )

            func main() {
                fmt.Println(os.Getpid(), os.Getppid())
                if len(os.Args) == 1 {
                    child := exec.Command(os.Args[0], "child")
                    child.Stdout = os.Stdout
                    child.Start()
                }
                time.Sleep(10 * time.Minute)
            }
            """
        );
        var temp = _scratch.CreateDirectory("temp");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var ids = new List<int>();
        var run = go.Command("run", ".")
            .WithWorkingDirectory(_scratch.Root)
            .WithVariable("GOTMPDIR", temp)
            .WithStandardOutput(line =>
            {
                ids.AddRange(line.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture)));
                if (ids.Count == 4)
                {
                    cancel.Cancel();
                }
            })
            .ExecuteAsync(cancel.Token);

        var end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            run.WaitAsync(s_patience, TestContext.Current.CancellationToken)
        );

        Assert.Equal(cancel.Token, end.CancellationToken);
        // go itself, the program and its child.
        Assert.Equal(3, ids.Distinct().Count());
        await Assert.AllAsync(ids.Distinct(), async id => Assert.True(await HasEndedAsync(id), $"Process {id} still runs."));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temp));
    }

    [Fact]
    public async Task A_build_that_is_cancelled_removes_its_temporary_files()
    {
        var go = await TestGo.EnsureAsync("1.19");
        _scratch.CreateFile("go.mod", "module example.com/big\n\ngo 1.19\n");
        _scratch.CreateFile("main.go", "package main\n\nimport _ \"net/http\"\n\nfunc main() {}\n");
        var temp = _scratch.CreateDirectory("temp");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var build = go.Command("build", "-o", "big", ".")
            .WithWorkingDirectory(_scratch.Root)
            .WithVariables([new("GOTMPDIR", temp), new("GOCACHE", _scratch["cache"])])
            .ExecuteAsync(cancel.Token);
        await UntilAsync(() => Directory.EnumerateFiles(temp, "*", SearchOption.AllDirectories).Any());
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build.WaitAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temp));
        Assert.False(File.Exists(_scratch["big"]));
    }

    [Fact]
    public async Task Children_that_would_outlive_an_interrupted_go_are_ended_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The generator is a shell command.");
        var go = await TestGo.EnsureAsync("1.19");
        var id = _scratch["id"];
        _scratch.CreateFile("go.mod", "module example.com/generated\n\ngo 1.19\n");
        _scratch.CreateFile(
            "main.go",
            $"package main\n\n//go:generate sh -c \"echo $DOLLAR$DOLLAR > {id}.new; mv {id}.new {id}; sleep 600\"\nfunc main() {{}}\n"
        );
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var generate = go.Command("generate").WithWorkingDirectory(_scratch.Root).ExecuteAsync(cancel.Token);
        await UntilAsync(() => File.Exists(id));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            generate.WaitAsync(s_patience, TestContext.Current.CancellationToken)
        );
        var shell = int.Parse(await File.ReadAllTextAsync(id, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.True(await HasEndedAsync(shell));
    }

    [Fact]
    public async Task A_run_that_ends_leaves_no_temporary_files_but_those_it_is_asked_to_keep()
    {
        var go = await TestGo.EnsureAsync("1.19");
        _scratch.CreateFile("go.mod", "module example.com/small\n\ngo 1.19\n");
        _scratch.CreateFile("main.go", "package main\n\nfunc main() {}\n");
        var temp = _scratch.CreateDirectory("temp");
        var build = go.Command("build", "-o", "small", ".").WithWorkingDirectory(_scratch.Root).WithVariable("GOTMPDIR", temp);

        await build.ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temp));

        var keeping = build.WithArguments("build", "-work", "-o", "other", ".");
        var kept = await keeping.ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(kept.StandardError.Trim()["WORK=".Length..]));
    }

    [Fact]
    public async Task What_is_cancelled_beforehand_is_not_started()
    {
        var go = await TestGo.EnsureAsync("1.19");
        var installation = new GoInstallation(go.Candidate, SandboxMachine.In(_scratch, mayStartProcesses: false));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => installation.Command("version").ExecuteAsync(new(canceled: true)));
    }

    // A killed process is in the table until its parent has fetched its result; when the parent died too, the system does that soon.
    private static async Task<bool> HasEndedAsync(int id)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            if (!IsRunning(id))
            {
                return true;
            }

            await Task.Delay(20);
        }

        return false;
    }

    private static bool IsRunning(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            // Where nothing fetches the results of orphans (a container without an init), a dead process stays as a zombie: state Z.
            var stat = $"/proc/{id}/stat";
            try
            {
                return File.ReadAllText(stat).Split(')')[^1].TrimStart()[0] is not ('Z' or 'X');
            }
            catch (IOException)
            {
                return false;
            }
        }

        return Process.GetProcesses().Any(p => p.Id == id);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, s_patience);
            await Task.Delay(5);
        }
    }
}
