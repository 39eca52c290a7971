using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Tools;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>Runs <c>go install</c> for each <c>GoTool</c> that is not installed yet. For those that are, no process is started and nobody is asked.</summary>
[MSBuildMultiThreadableTask]
public sealed class InstallGoTools : GoTask, IIncrementalTask
{
    /// <summary>Items from <see cref="ProvisionGoToolchain"/>; those that are directories have been built already.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary><c>true</c>: open no socket.</summary>
    public string Offline { get; set; } = "";

    /// <summary>A build that only asks whether all is up to date (<c>-question</c>): what is not is an error, and nothing is installed.</summary>
    public bool FailIfNotIncremental { get; set; }

    /// <summary>The executables, with <c>Name</c>, <c>Version</c>, <c>GoVersion</c> and <c>ToolDirectory</c>.</summary>
    [Output]
    public ITaskItem[] Executables { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        Executables =
        [
            .. Items.Select(i => GoToolDefinition.IsResolved(i) ? Install(i, host, cancel) : Executable(i, i.Definition().Output)),
        ];
        return Task.CompletedTask;
    }

    private ITaskItem Install(ITaskItem item, HostMachine host, CancellationToken cancel)
    {
        var tool = GoToolDefinition.Read(item);
        var options = new GoToolchainOptions { Host = host }.With(
            GoSettings.Offline,
            Offline,
            GoSettings.Offline.Property,
            ProjectDirectory
        );
        var installation = new ToolInstallation(item, tool, GoOf(item, host), host, Log, ProjectFile)
        {
            IsOffline = new GoToolchainManager(options).Settings.Offline,
        };
        if (installation.WhyStale() is { } reason)
        {
            RefuseQuestion(FailIfNotIncremental, "GoTool", item, reason);
            Log.LogMessage(MessageImportance.Normal, "{0}", $"{tool.Query} is installed, because {reason}.");
            _ = OffNode(cores => installation.RunAsync(cores, cancel));
        }

        return Executable(item, tool.Output);
    }

    private static ITaskItem Executable(ITaskItem item, string path)
    {
        var executable = ItemText.Create(path);
        executable.Set("Name", GoJob.Read(item).Name);
        executable.Set("Version", item.GetMetadata("Version").Trim());
        executable.Set("GoVersion", item.GetMetadata("GoVersion"));
        executable.Set("ToolDirectory", Path.GetDirectoryName(path)!);
        return executable;
    }
}
