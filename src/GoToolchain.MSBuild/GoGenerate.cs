using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Generating;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Runs <c>go generate</c> for each item whose inputs have changed. What a generator prints and the line that started it become one error.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GoGenerate : GoTask, IIncrementalTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>A build that only asks whether all is up to date (<c>-question</c>): what is not is an error, and nothing is run.</summary>
    public bool FailIfNotIncremental { get; set; }

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        foreach (var item in Items)
        {
            var definition = GenerateDefinition.Read(item, ProjectFile);
            var generation = new Generation(definition, GoOf(item, host), host, Log, ProjectFile);
            if (generation.WhyStale() is not { } reason)
            {
                Log.LogMessage(MessageImportance.Low, "{0}", $"What go generate makes in {definition.Job.Directory} is up to date.");
                continue;
            }

            RefuseQuestion(FailIfNotIncremental, definition.Job.ItemName, item, reason);
            Log.LogMessage(MessageImportance.Normal, "{0}", $"go generate runs in {definition.Job.Directory}, because {reason}.");
            foreach (var diagnostic in OffNode(_ => generation.RunAsync(cancel)))
            {
                Report(diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
