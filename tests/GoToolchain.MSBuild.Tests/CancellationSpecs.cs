using System.Diagnostics;
using System.Globalization;
using CliWrap;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

public sealed class CancellationSpecs(PackageFeed feed)
{
    [Fact]
    public async Task A_build_that_is_interrupted_takes_go_and_its_compilers_along()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script that stands for a slow compiler is for a Unix shell.");
        using var solution = new Solution(feed);
        var started = solution["started"];
        var slow = solution.Write(
            "slow.sh",
            $"#!/bin/sh\ncase \"$*\" in *-V=full*) exec \"$@\" ;; esac\necho $$ > '{started}'\nexec sleep 300\n"
        );
        await Cli.Wrap("chmod").WithArguments(["+x", slow]).ExecuteAsync(TestContext.Current.CancellationToken);
        solution.WriteAgent();
        solution.WriteApp($"""<GoSidecar Include="../agent" Env="GOFLAGS=-toolexec={slow};GOCACHE={solution["cache"]}" />""");
        await solution.DotNetAsync("restore", "App");

        using var interrupt = new CancellationTokenSource();
        // SIGINT, as a terminal sends it: to dotnet, which has to end what it has started.
        var build = solution.TryDotNetAsync(["msbuild", "App", "-t:BuildGoSidecars"], interrupt.Token);
        while (!File.Exists(started) || new FileInfo(started).Length == 0)
        {
            Assert.False(build.IsCompleted, "the build ended before it was slow");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var compiler = int.Parse(await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.True(IsRunning(compiler));
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);

        for (var i = 0; IsRunning(compiler); i++)
        {
            Assert.True(i < 200, "the compiler lives on");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        // The next build is an ordinary one.
        solution.WriteApp();
        await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars");
        Assert.Equal("first", Solution.Run(Assert.Single(solution.InIntermediate("agent"))));
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Trim()[0] != 'Z';
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return false;
        }
    }
}
