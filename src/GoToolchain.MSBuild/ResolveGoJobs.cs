using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Tools;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>Works out what each <c>GoTool</c>, <c>GoGenerate</c> and <c>GoTest</c> is called and where its files go. Starts nothing.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveGoJobs : GoTask
{
    /// <summary>The <c>GoTool</c> items.</summary>
    public ITaskItem[] Tools { get; set; } = [];

    /// <summary>The <c>GoGenerate</c> items.</summary>
    public ITaskItem[] Generates { get; set; } = [];

    /// <summary>The <c>GoTest</c> items.</summary>
    public ITaskItem[] Tests { get; set; } = [];

    /// <summary>Where the directories of tests and generators are made: absolute.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Where the directories of tools are made: absolute.</summary>
    [Required]
    public string ToolsDirectory { get; set; } = "";

    /// <summary>The wanted Go for items without <c>GoVersion</c>.</summary>
    public string Version { get; set; } = "";

    /// <summary>A GOROOT to use whatever else there is.</summary>
    public string Root { get; set; } = "";

    /// <summary>The same items, with all that the next tasks need.</summary>
    [Output]
    public ITaskItem[] ResolvedItems { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var tools = Resolved(Tools).ToList();
        ResolvedItems =
        [
            .. tools.Select(t => t.Item),
            .. Generates.Select(g => Generate(g, tools)),
            .. Tests.Select(t => Job(GoItemKind.Test, t)),
        ];
        return Task.CompletedTask;
    }

    private IEnumerable<(ITaskItem Item, string Output)> Resolved(IEnumerable<ITaskItem> tools)
    {
        var names = new Dictionary<string, ITaskItem>(StringComparer.OrdinalIgnoreCase);
        foreach (var tool in tools)
        {
            var (item, output) = Tool(tool);
            if (!names.TryAdd(Path.GetFileName(output), tool))
            {
                throw GoBuildDefinition.Invalid(
                    GoItemKind.Tool,
                    tool,
                    ProjectFile,
                    $"it would be called `{Path.GetFileName(output)}`, and so is `{names[Path.GetFileName(output)].ItemSpec}`.",
                    "Set OutputName on one of them."
                );
            }

            yield return (item, output);
        }
    }

    private (ITaskItem Item, string Output) Tool(ITaskItem tool)
    {
        var digest = Digest(GoItemKind.Tool, tool);
        if (GoToolDefinition.IsPackage(tool))
        {
            var remote = GoToolDefinition.Read(tool, ProjectFile, ToolsDirectory, digest);
            return (remote.ToItem(tool), remote.Output);
        }

        var local = GoBuildDefinition.Read(
            GoItemKind.Tool,
            tool,
            ProjectFile,
            ResolveGoItems.HostRuntimeIdentifier(),
            ToolsDirectory,
            digest
        );
        return (GoBuildItem.Create(tool, local), local.Output);
    }

    private ITaskItem Generate(ITaskItem source, IEnumerable<(ITaskItem Item, string Output)> tools)
    {
        var item = Job(GoItemKind.Generate, source);
        item.Set("_GoTools", string.Join(';', tools.Select(t => ItemText.Escape(t.Output))));
        return item;
    }

    private ITaskItem Job(GoItemKind kind, ITaskItem item)
    {
        var directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(item.ItemSpec.Replace('\\', '/'), ProjectDirectory));
        var name = Path.GetFileName(directory) is { Length: > 0 } last ? last : "root";
        var place = Path.Combine(IntermediateDirectory, kind.ToString().ToLowerInvariant(), $"{name}.{Digest(kind, item)}");
        return new GoJob(kind, name, directory, place).ToItem(item);
    }

    private string Digest(GoItemKind kind, ITaskItem item) => ItemDigest.Compute(kind, item, [Version, Root]);
}
