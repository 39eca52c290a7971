using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Runs <c>go build</c> for each item whose inputs have changed. When nothing has changed, no process is started. What the compiler says
/// becomes errors with file, line and column.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class GoBuild : GoTask, IIncrementalTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>Whether paths of this machine are left out when the item does not say.</summary>
    public bool TrimPath { get; set; }

    /// <summary>A build that only asks whether all is up to date (<c>-question</c>): what is not is an error, and nothing is built.</summary>
    public bool FailIfNotIncremental { get; set; }

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        foreach (var item in Items)
        {
            Build(item, host, cancel);
        }

        return Task.CompletedTask;
    }

    private void Build(ITaskItem item, HostMachine host, CancellationToken cancel)
    {
        var definition = item.Definition();
        var go =
            new GoToolchainManager(new GoToolchainOptions { Host = host, Root = item.GoRoot() }).Find()
            ?? throw new InvalidOperationException($"The item {item.ItemSpec} does not come from {nameof(ProvisionGoToolchain)}.");
        var options = GoBuildOptions.Read(item, definition, ProjectFile, TrimPath, host);
        options = CgoSettings.Resolve(options, item, definition, go, ProjectFile);
        var engine = (IBuildEngine9)BuildEngine;
        var compilation = new GoCompilation(
            item,
            definition,
            options,
            go,
            host,
            Log,
            ProjectFile,
            c => engine.ShouldTreatWarningAsError(c.Id)
        );
        var reason = compilation.WhyStale();
        if (reason is null)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", $"{definition.Name} is up to date: {definition.Output}");
            return;
        }

        if (FailIfNotIncremental)
        {
            throw new GoToolchainException(
                GoErrorCodes.NotUpToDate,
                $"{definition.ItemName} `{item.ItemSpec}` is not up to date: {reason}.",
                ProjectFile,
                "Build without -question."
            );
        }

        Log.LogMessage(
            MessageImportance.Normal,
            "{0}",
            $"{definition.Name} is built for {definition.RuntimeIdentifier}, because {reason}."
        );
        // Cores are asked for before the node is handed back, and both on the thread of MSBuild.
        var cores = engine.RequestCores(Environment.ProcessorCount);
        try
        {
            engine.Yield();
            try
            {
                foreach (var diagnostic in compilation.RunAsync(cores, cancel).GetAwaiter().GetResult())
                {
                    Report(diagnostic);
                }
            }
            finally
            {
                engine.Reacquire();
            }
        }
        finally
        {
            engine.ReleaseCores(cores);
        }
    }
}
