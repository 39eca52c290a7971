using GoToolchain.MSBuild.Testing;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Runs <c>go test</c> for each item. Each test that failed is an error with file and line; so is what does not compile. A log of the run and a
/// JUnit report stay behind.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GoTest : GoTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    public ITaskItem[] Items { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        foreach (var item in Items)
        {
            var run = new GoTestRun(GoTestOptions.Read(item, ProjectFile, host), GoOf(item, host), host, Log, ProjectFile);
            foreach (var diagnostic in OffNode(cores => run.RunAsync(cores, cancel)))
            {
                Report(diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
