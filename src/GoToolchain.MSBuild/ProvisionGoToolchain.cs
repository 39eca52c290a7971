using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild;

/// <summary>Finds the Go that each item is built with, or installs it. Opens no socket when a Go on this machine fits.</summary>
[MSBuildMultiThreadableTask]
public sealed class ProvisionGoToolchain : GoProvisioningTask
{
    /// <summary>Items from <see cref="ResolveGoItems"/> or <see cref="ResolveGoJobs"/>.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The wanted version for items without <c>GoVersion</c>; empty: what the files beside the Go code say.</summary>
    public string Version { get; set; } = "";

    /// <summary>The same items, each with <c>GoRoot</c>, <c>GoVersion</c> and <c>GoOrigin</c>.</summary>
    [Output]
    public ITaskItem[] ProvisionedItems { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancel)
    {
        var host = HostMachine.Detect();
        var found = new Dictionary<(string? Spec, string Directory), (UsedGo Go, string Choice)>();
        var provisioned = new List<ITaskItem>();
        foreach (var item in Items)
        {
            var version = item.GetMetadata("GoVersion").Trim() is { Length: > 0 } own ? own : Version.Trim();
            var key = (Spec: version.Length > 0 ? version : null, GoJob.Read(item).Directory);
            if (!found.TryGetValue(key, out var go))
            {
                go = await UseAsync(host, key.Spec, key.Directory, cancel).ConfigureAwait(false);
                found.Add(key, go);
            }

            var copy = item.WithGo(go.Go);
            copy.Set(GoBuildItem.ChoiceKey, go.Choice);
            provisioned.Add(copy);
        }

        ProvisionedItems = [.. provisioned];
    }

    // What decided is looked at before, so that a change in between is not taken for decided.
    private async Task<(UsedGo Go, string Choice)> UseAsync(HostMachine host, string? spec, string directory, CancellationToken cancel)
    {
        var choice = BuildKey.Digest(GoChoice.Files(directory));
        var (go, used, preference) = await EnsureAsync(host, spec, directory, cancel).ConfigureAwait(false);
        return (used, GoChoice.IsSettled(go, preference) ? choice : "");
    }
}
