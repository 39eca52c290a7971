using GoToolchain.MSBuild.Building;
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
    /// <summary>Items from <see cref="ResolveGoItems"/> or <see cref="ResolveGoJobs"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The targets file that the projects import: absolute.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>Properties that the projects take over from the user's one: items whose metadata <c>Value</c> is the value.</summary>
    public ITaskItem[] Properties { get; set; } = [];

    /// <summary>The projects.</summary>
    [Output]
    public ITaskItem[] Requests { get; set; } = [];

    /// <summary>The names of all global properties of this build of the user's project, so that none of them reaches the requests.</summary>
    [Output]
    public string GlobalProperties { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var requests = new List<ITaskItem>();
        foreach (var item in Items)
        {
            var job = GoJob.Read(item);
            Directory.CreateDirectory(job.OutputDirectory);
            var text = RequestProject.Create(item, job, Targets, ProjectFile, Properties);
            await UnchangedFile.WriteAsync(job.RequestProject, text, cancel).ConfigureAwait(false);
            var request = ItemText.Create(job.RequestProject);
            request.Set("Kind", job.Kind.ToString());
            requests.Add(request);
        }

        Requests = [.. requests];
        GlobalProperties = string.Join(';', ((IBuildEngine6)BuildEngine).GetGlobalProperties().Keys);
    }
}
