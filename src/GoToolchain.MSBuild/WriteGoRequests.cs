using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using GoToolchain.Store;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Writes, for each item and platform, the small project that builds it. All builds of the user's project that want the same (one for each
/// framework, those of other projects that refer to it, a publish) call that one project with the same global properties: none. So MSBuild runs
/// it once per build, on whichever node. A file that is right already is left alone.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class WriteGoRequests : GoTask
{
    internal const string RecordKey = "_GoRecord";
    internal const string SituationKey = "_GoSituation";

    /// <summary>Items from <see cref="ResolveGoItems"/> or <see cref="ResolveGoJobs"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The targets file that the projects import: absolute.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>Properties that the projects take over from the user's one: items whose metadata <c>Value</c> is the value.</summary>
    public ITaskItem[] Properties { get; set; } = [];

    /// <summary>The projects. <c>NeedsGo</c> is <c>false</c> where the item is up to date, so that it is known which Go it would get.</summary>
    [Output]
    public ITaskItem[] Requests { get; set; } = [];

    /// <summary>The names of all global properties of this build of the user's project, so that none of them reaches the requests.</summary>
    [Output]
    public string GlobalProperties { get; set; } = "";

    /// <summary>The items of requests with <c>NeedsGo</c> <c>false</c>, as <see cref="ProvisionGoToolchain"/> would return them.</summary>
    [Output]
    public ITaskItem[] CurrentItems { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        var requests = new List<ITaskItem>();
        var current = new List<ITaskItem>();
        foreach (var item in Items)
        {
            var job = GoJob.Read(item);
            var text = RequestProject.Create(item, job, Targets, ProjectFile, Properties);
            Directory.CreateDirectory(job.OutputDirectory);
            WholeFile.Write(job.RequestProject, text);
            var situation = CurrentRecord.Situation(text, host);
            var go = new CurrentRecord(job.CurrentRecord).Read(situation);
            if (go is not null)
            {
                Log.LogMessage(MessageImportance.Normal, "{0}", go.ToString());
                current.Add(item.WithGo(go));
            }

            var request = ItemText.Create(job.RequestProject);
            request.Set("Kind", job.Kind.ToString());
            request.Set("NeedsGo", go is null ? "true" : "false");
            request.Set(RecordKey, job.CurrentRecord);
            request.Set(SituationKey, go is null ? "" : situation);
            requests.Add(request);
        }

        Requests = [.. requests];
        CurrentItems = [.. current];
        GlobalProperties = string.Join(';', ((IBuildEngine6)BuildEngine).GetGlobalProperties().Keys);
        return Task.CompletedTask;
    }
}
