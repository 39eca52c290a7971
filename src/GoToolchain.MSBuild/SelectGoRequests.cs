using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>
/// Leaves out the requests whose items are still up to date. Asked at the last moment: targets that write Go code run between
/// <see cref="WriteGoRequests"/> and the build.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SelectGoRequests : GoTask
{
    /// <summary>From <see cref="WriteGoRequests"/>.</summary>
    public ITaskItem[] Requests { get; set; } = [];

    /// <summary>Those that have to be looked at by a build.</summary>
    [Output]
    public ITaskItem[] Stale { get; set; } = [];

    private protected override Task RunAsync(CancellationToken cancel)
    {
        var stale = new List<ITaskItem>();
        foreach (var request in Requests)
        {
            var situation = request.GetMetadata(WriteGoRequests.SituationKey);
            if (situation.Length == 0 || new CurrentRecord(request.GetMetadata(WriteGoRequests.RecordKey)).Read(situation) is null)
            {
                stale.Add(request);
            }
            else
            {
                Log.LogMessage(MessageImportance.Low, "{0}", $"{Path.GetFileNameWithoutExtension(request.ItemSpec)} is up to date.");
            }
        }

        Stale = [.. stale];
        return Task.CompletedTask;
    }
}
